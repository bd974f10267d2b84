package banshi.notices;

import static banshi.notices.Urgency.LEGAL;
import static banshi.notices.Urgency.ORDINARY;
import static banshi.notices.Urgency.URGENT;

import banshi.text.Language;
import banshi.text.Text;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every notice there is, with its words. In a template {@code {fact}} stands for a fact of the
 * notice; the words name no person and repeat nothing that somebody typed.
 */
public enum NoticeName {
  RECEIVED(
      ORDINARY,
      "已收件",
      "Received",
      "“{title}”（{number}）已收件，{due} 前告知是否受理。",
      "“{title}” ({number}) was received; you will be told by {due} whether it is accepted."),
  CORRECTION_REQUESTED(
      LEGAL,
      "请补正材料",
      "Corrections needed",
      "“{title}”（{number}）需要补正，请于 {due} 前补齐，需补正的内容请见办件详情。",
      "“{title}” ({number}) needs corrections by {due}; the case says which."),
  SUPPLEMENTED(
      ORDINARY,
      "已补交材料",
      "Supplemented",
      "“{title}”（{number}）的申请人已补交材料，请处理。",
      "The applicant of “{title}” ({number}) has supplemented it."),
  ACCEPTED(
      LEGAL,
      "已受理",
      "Accepted",
      "“{title}”（{number}）已受理，{due} 前办结。",
      "“{title}” ({number}) was accepted; it is due by {due}."),
  DEEMED_ACCEPTED(
      LEGAL,
      "视为受理",
      "Deemed accepted",
      "“{title}”（{number}）逾期未告知，依行政许可法第三十二条自收件之日起视为受理，{due} 前办结。",
      "“{title}” ({number}) counts as accepted from the day of receipt, as nobody answered in time"
          + " (Administrative Licensing Law art. 32); it is due by {due}."),
  NOT_ACCEPTED(
      LEGAL,
      "不予受理",
      "Not accepted",
      "不予受理：“{title}”（{number}），理由与办理去向请见办件详情。{remedy}",
      "Not accepted: “{title}” ({number}); the case says why, and where to go.{remedy}"),
  RETURNED(
      LEGAL,
      "已退件",
      "Returned",
      "“{title}”（{number}）逾期未补正，已退件，可重新申请。",
      "“{title}” ({number}) was returned, as it was not corrected in time; you may apply again."),
  LAPSED(
      LEGAL,
      "视为撤回",
      "Deemed withdrawn",
      "“{title}”（{number}）的容缺材料逾期未补齐，视为撤回申请，可重新申请。",
      "“{title}” ({number}) counts as withdrawn, as owed materials did not come in time; you may"
          + " apply again."),
  SUSPENDED(
      LEGAL,
      "进入特别程序",
      "Special procedure",
      "“{title}”（{number}）进入特别程序，所需时间不计入办理期限，理由与预计时长请见办件详情。",
      "“{title}” ({number}) is in a special procedure, whose time does not count; the case says why"
          + " and for how long."),
  RESUMED(
      ORDINARY,
      "恢复办理",
      "Resumed",
      "“{title}”（{number}）特别程序结束，{due} 前办结。",
      "The special procedure of “{title}” ({number}) is over; it is due by {due}."),
  EXTENDED(
      LEGAL,
      "延长办理期限",
      "Time extended",
      "“{title}”（{number}）延长办理期限至 {due}，理由请见办件详情。",
      "The time for “{title}” ({number}) was extended to {due}; the case says why."),
  EXTENSION_ASKED(
      ORDINARY,
      "待批准延长期限",
      "Extension to approve",
      "“{title}”（{number}）申请延长期限，须在 {due} 前由另一人批准。",
      "An extension is asked for “{title}” ({number}): somebody else must approve it by {due}."),
  EXTENSION_REJECTED(
      ORDINARY,
      "延长期限未获批准",
      "Extension rejected",
      "“{title}”（{number}）的延长期限申请未获批准，期限不变：{due}。",
      "The extension asked for “{title}” ({number}) was rejected; it stays due by {due}."),
  PART_DECIDED(
      LEGAL,
      "部分事项已决定",
      "Decided in part",
      "{decision}“{title}”（{number}）中有事项已作出决定，内容请见办件详情。{remedy}",
      "{decision}A part of “{title}” ({number}) was decided; the case has the details.{remedy}"),
  DECIDED(
      LEGAL,
      "已作出决定",
      "Decided",
      "{decision}“{title}”（{number}）已作出决定，内容请见办件详情。{remedy}",
      "{decision}“{title}” ({number}) was decided; the case has the details.{remedy}"),
  DECISION_CORRECTED(
      LEGAL,
      "决定已更正",
      "Decision corrected",
      "{decision}“{title}”（{number}）的决定或证照有更正，结论不变，更正前后的内容请见办件详情。{remedy}",
      "{decision}the decision on “{title}” ({number}), or its certificate, was corrected; the outcome"
          + " stays, and the case shows both versions.{remedy}"),
  DELIVERED(
      ORDINARY,
      "已送达",
      "Delivered",
      "“{title}”（{number}）的结果已送达，欢迎评价。",
      "The result of “{title}” ({number}) was delivered; you may rate the service."),
  TASK_ARRIVED(
      ORDINARY,
      "新的待办",
      "New task",
      "“{title}”（{number}）有新的待办：{task}，{due} 前完成。",
      "“{title}” ({number}) has a new task for you: {task}, due by {due}."),
  DUE_SOON(
      ORDINARY,
      "即将到期",
      "Due soon",
      "“{title}”（{number}）{clock}将于 {due} 到期。{more}",
      "“{title}” ({number}): {clock} ends {due}.{more}"),
  OVERDUE(
      URGENT,
      "已超期",
      "Overdue",
      "“{title}”（{number}）{clock}已于 {due} 到期，尚未办结。{more}",
      "“{title}” ({number}): {clock} ended {due} and the work is not done.{more}"),
  ESCALATED(
      URGENT,
      "超期升级督办",
      "Escalated",
      "“{title}”（{number}）{clock}已于 {due} 到期，升级为 {level} 级督办。{more}",
      "“{title}” ({number}): {clock} ended {due}; escalated to level {level}.{more}"),
  DUE_MOVED(
      LEGAL,
      "期限日期变动",
      "Due date moved",
      "因节假日安排公布或调整，“{title}”（{number}）{clock}由 {before} 变为 {due}。",
      "A published holiday notice moved {clock} of “{title}” ({number}) from {before} to {due}."),
  DUE_FIRM(
      ORDINARY,
      "期限日期已确定",
      "Due date is firm",
      "节假日安排已公布，“{title}”（{number}）{clock}确定为 {due}。",
      "The holiday notice is out: {clock} of “{title}” ({number}) is {due}, no longer provisional."),
  COMPLAINT_RECEIVED(
      ORDINARY,
      "已收到您的反映",
      "Complaint received",
      "您反映的“{title}”（{number}）已收到，{due} 前答复。",
      "Your complaint “{title}” ({number}) was received; you will have an answer by {due}."),
  COMPLAINT_ARRIVED(
      ORDINARY,
      "新的办不成事反映",
      "New complaint",
      "“{title}”（{number}）待分类转办。",
      "“{title}” ({number}) waits to be triaged and assigned."),
  COMPLAINT_RETIERED(
      ORDINARY,
      "反映定级调整",
      "Tier changed",
      "“{title}”（{number}）的定级已调整，{due} 前答复。",
      "The tier of “{title}” ({number}) was changed; the answer is due by {due}."),
  COMPLAINT_ASSIGNED(
      ORDINARY,
      "办不成事转办",
      "Complaint assigned",
      "“{title}”（{number}）已转交贵单位，{due} 前答复；不属贵单位职责的请在规定时限内退回。",
      "“{title}” ({number}) is with your department; the answer is due by {due}. Return it in time if"
          + " it is not yours."),
  COMPLAINT_RETURNED(
      URGENT,
      "转办被退回",
      "Assignment returned",
      "“{title}”（{number}）被承办单位退回，请重新转办；答复时限不变：{due}。",
      "The department returned “{title}” ({number}): assign it anew; the answer stays due by {due}."),
  COMPLAINT_REDIRECTED(
      LEGAL,
      "不属本渠道办理",
      "Redirected",
      "“{title}”（{number}）不属本渠道办理，办理去向请见详情。",
      "“{title}” ({number}) cannot be dealt with here; the case says where to go."),
  COMPLAINT_REPLIED(
      LEGAL,
      "已答复",
      "Answered",
      "{decision}“{title}”（{number}）已答复；如有异议，请于 {due} 前提出。",
      "{decision}“{title}” ({number}) was answered; you may dispute the answer until {due}."),
  REPLY_CORRECTED(
      LEGAL,
      "答复已更正",
      "Answer corrected",
      "“{title}”（{number}）的答复有更正，更正前后的内容请见详情；如有异议，请于 {due} 前提出。",
      "The answer to “{title}” ({number}) was corrected, and the case shows both versions; you may"
          + " dispute it until {due}."),
  DISCIPLINE_REFERRED(
      ORDINARY,
      "移交纪检监察",
      "Referred to discipline",
      "“{title}”（{number}）由监督人员移交，请签收。",
      "A supervisor referred “{title}” ({number}) to you: take note of it."),
  REFERRAL_NOTED(
      ORDINARY,
      "纪检监察已签收",
      "Referral noted",
      "移交的“{title}”（{number}）已由纪检监察签收。",
      "Those who watch over discipline have taken note of “{title}” ({number})."),
  COMPLAINT_DISPUTED(
      URGENT,
      "反映人有异议",
      "Answer disputed",
      "“{title}”（{number}）的反映人对答复有异议，已升级，{due} 前重新答复。",
      "The answer to “{title}” ({number}) was disputed and the level raised; a new one is due by"
          + " {due}."),
  COMPLAINT_CLOSED(
      LEGAL,
      "反映已办结",
      "Closed",
      "“{title}”（{number}）在异议期内未提出异议，已办结；{due} 前可以评价。",
      "“{title}” ({number}) was closed, as the answer was not disputed; you may rate it until {due}."),
  COMPLAINT_ESCALATED(
      URGENT,
      "督办升级",
      "Escalated by a supervisor",
      "“{title}”（{number}）已由监督人员升级督办，{due} 前答复。",
      "A supervisor escalated “{title}” ({number}); the answer is due by {due}."),
  RATED_POORLY(
      URGENT,
      "收到差评",
      "Poor rating",
      "“{title}”（{number}）收到差评，请按时限联系评价人并整改。",
      "“{title}” ({number}) was rated poorly: contact the rater and put it right in time."),
  RECTIFIED(
      ORDINARY,
      "差评已整改",
      "Put right",
      "“{title}”（{number}）的差评已整改，将回访核实。",
      "What was rated poorly about “{title}” ({number}) was put right; the hall will call back."),
  NOT_RECTIFIED(
      URGENT,
      "回访未认可整改",
      "Not put right",
      "“{title}”（{number}）的整改经回访未获认可，请继续整改。",
      "On call-back, “{title}” ({number}) was not found put right: go on."),
  RATING_APPEALED(
      ORDINARY,
      "差评申诉",
      "Rating appealed",
      "承办单位对“{title}”（{number}）的评价提出申诉，请裁定。",
      "The department appeals against the rating of “{title}” ({number}): decide on it."),
  RATING_EXCLUDED(
      LEGAL,
      "评价不计入统计",
      "Rating excluded",
      "经核查，“{title}”（{number}）的评价不计入统计，理由请见详情。",
      "The rating of “{title}” ({number}) was excluded from the figures; the case says why."),
  RATING_STANDS(
      ORDINARY,
      "评价申诉不成立",
      "Rating stands",
      "对“{title}”（{number}）的评价申诉不成立，请继续整改。",
      "The appeal against the rating of “{title}” ({number}) was rejected: put it right."),
  SIGNATURE_REQUESTED(
      ORDINARY,
      "请核对并签署",
      "Your signature is needed",
      "“{title}”（{number}）的开办申请需要您核对并签署，请于 {due} 前完成；内容变动后须重新签署。",
      "The start-up of “{title}” ({number}) needs your signature by {due}; every change of it must be"
          + " signed again."),
  STARTUP_RECEIVED(
      LEGAL,
      "企业开办已收件",
      "Start-up received",
      "“{title}”（{number}）已全部签署，开始办理，{due} 前办结。",
      "“{title}” ({number}) was signed by everybody and is under way; it is due by {due}."),
  STARTUP_ARRIVED(
      URGENT,
      "新的企业开办申请",
      "New start-up",
      "“{title}”（{number}）待设立登记，{due} 前全部办结。",
      "“{title}” ({number}) waits to be registered; everything is due by {due}."),
  STARTUP_CORRECTION(
      LEGAL,
      "请修改开办申请",
      "Corrections needed",
      "“{title}”（{number}）需要修改，请于 {due} 前修改并重新签署，需修改的内容请见详情。",
      "“{title}” ({number}) needs corrections; correct it and have it signed again by {due}. The case"
          + " says which."),
  LICENCE_ISSUED(
      LEGAL,
      "营业执照已核发",
      "Licence issued",
      "“{title}”（{number}）的营业执照已核发，其余事项正在并联办理。",
      "The licence of “{title}” ({number}) was issued; the rest is under way in parallel."),
  SERVICES_OPENED(
      URGENT,
      "企业开办并联事项",
      "Start-up to serve",
      "“{title}”（{number}）已取得营业执照，请办理贵单位事项，{due} 前全部办结。",
      "“{title}” ({number}) has its licence: do your department's part; everything is due by {due}."),
  STARTUP_COMPLETED(
      LEGAL,
      "企业开办已办结",
      "Start-up completed",
      "“{title}”（{number}）的开办事项已全部办结，结果请见详情，欢迎评价。",
      "Everything for “{title}” ({number}) is done; the case has the results. You may rate the"
          + " service."),
  STARTUP_DENIED(
      LEGAL,
      "不予登记",
      "Registration denied",
      "不予登记：“{title}”（{number}），理由请见详情。{remedy}",
      "Denied: “{title}” ({number}) was not registered; the case says why.{remedy}"),
  RESULT_CORRECTED(
      LEGAL,
      "办理结果已更正",
      "Result corrected",
      "“{title}”（{number}）有事项的办理结果已更正，更正前后的内容请见详情。",
      "A result of “{title}” ({number}) was corrected; the case shows both versions."),
  STARTUP_EXPIRED(
      LEGAL,
      "开办申请已失效",
      "Start-up expired",
      "“{title}”（{number}）逾期未全部签署，申请已失效，可重新申请。",
      "“{title}” ({number}) was not signed by everybody in time and has expired; you may file again."),
  NAME_LAPSES(
      LEGAL,
      "名称保留即将到期",
      "Reserved name ends soon",
      "您申报的名称“{title}”保留至 {due}，请及时办理设立登记。",
      "The name “{title}” is reserved for you until {due}; file the start-up before."),
  NAME_LAPSED(
      LEGAL,
      "名称保留已到期",
      "Reserved name has lapsed",
      "您申报的名称“{title}”保留期已满，不再保留，可重新申报。",
      "The reservation of the name “{title}” has run out; you may reserve one again."),
  CONSULTATION_RECEIVED(
      ORDINARY,
      "已收到您的咨询",
      "Question received",
      "您的咨询“{title}”（{number}）已收到，{due} 前答复。",
      "Your question “{title}” ({number}) was received; you will have an answer by {due}."),
  CONSULTATION_ARRIVED(
      ORDINARY,
      "新的咨询",
      "New question",
      "咨询“{title}”（{number}）待答复或转办，{due} 前答复。",
      "The question “{title}” ({number}) waits to be answered or assigned; the answer is due by"
          + " {due}."),
  CONSULTATION_ASSIGNED(
      ORDINARY,
      "咨询转办",
      "Question assigned",
      "咨询“{title}”（{number}）已转交贵单位，{due} 前答复。",
      "The question “{title}” ({number}) is with your department; the answer is due by {due}."),
  CONSULTATION_ANSWERED(
      LEGAL,
      "咨询已答复",
      "Question answered",
      "您的咨询“{title}”（{number}）已答复；可追问一次，请于 {due} 前提出。",
      "Your question “{title}” ({number}) was answered; you may ask one follow-up question until"
          + " {due}."),
  ANSWER_CORRECTED(
      LEGAL,
      "咨询答复已更正",
      "Answer corrected",
      "您的咨询“{title}”（{number}）的答复有更正，更正前后的内容请见详情；尚可追问的，期限重新计算。",
      "The answer to your question “{title}” ({number}) was corrected, and the case shows both"
          + " versions; the time for a follow-up question begins anew where one is open."),
  CONSULTATION_FOLLOWED_UP(
      ORDINARY,
      "咨询人追问",
      "Follow-up question",
      "咨询“{title}”（{number}）的咨询人提出追问，{due} 前答复。",
      "A follow-up question to “{title}” ({number}) waits for an answer by {due}."),
  CONSULTATION_CLOSED(
      ORDINARY,
      "咨询已办结",
      "Question closed",
      "您的咨询“{title}”（{number}）未提出追问，已办结；{due} 前可以评价。",
      "Your question “{title}” ({number}) was closed, as nothing more was asked; you may rate it"
          + " until {due}."),
  CONSULTATION_REDIRECTED(
      LEGAL,
      "咨询不属本渠道",
      "Question redirected",
      "您的咨询“{title}”（{number}）不属本渠道答复，去向请见详情。",
      "Your question “{title}” ({number}) cannot be answered here; the case says where to go."),
  ANNUAL_REPORT_OPENS(
      ORDINARY,
      "年度报告开始报送",
      "Annual report",
      "“{title}”（{number}）：请于今年6月30日前报送上一年度年度报告。",
      "“{title}” ({number}): last year's annual report can be filed until 30 June."),
  ANNUAL_REPORT_ENDS(
      LEGAL,
      "年度报告即将截止",
      "Annual report ends soon",
      "“{title}”（{number}）：上一年度年度报告须于6月30日前报送，如已报送请忽略。",
      "“{title}” ({number}): last year's annual report is due by 30 June; ignore this if it was"
          + " filed."),
  MESSAGE_FROM_APPLICANT(
      ORDINARY,
      "申请人留言",
      "Message from the applicant",
      "“{title}”（{number}）有申请人的新留言，请查看并答复。",
      "The applicant of “{title}” ({number}) has written a message: read it and answer."),
  MESSAGE_FROM_HALL(
      ORDINARY,
      "工作人员留言",
      "Message from the hall",
      "“{title}”（{number}）有工作人员的新留言，请在详情中查看。",
      "The hall has written you a message about “{title}” ({number}); the case has it."),
  HURRIED(
      URGENT,
      "申请人催办",
      "Asked for haste",
      "“{title}”（{number}）的申请人催办，请尽快处理；办理期限不变。",
      "The applicant of “{title}” ({number}) asks for haste; its time limits stay as they are."),
  TASK_HANDED_OVER(
      ORDINARY,
      "任务已转交同事",
      "Task handed to a colleague",
      "“{title}”（{number}）的任务“{task}”已转交贵单位一名同事，见待办中“我的任务”；一个工作日内未认领的，任务重新开放认领。",
      "The task “{task}” of “{title}” ({number}) was handed to one of your department: see “mine” in"
          + " the queue. It is free again after a working day if they do not take it."),
  TASK_TAKEN_BACK(
      ORDINARY,
      "任务已收回",
      "Task taken back",
      "“{title}”（{number}）已转交的任务“{task}”被收回，重新开放认领。",
      "The task “{task}” of “{title}” ({number}), which was handed to a colleague, was taken back and"
          + " is free to be claimed."),
  TASK_ROUTED_AWAY(
      ORDINARY,
      "任务已改派",
      "Task routed to another department",
      "“{title}”（{number}）的任务“{task}”已改派其他部门办理，贵单位无须再办。",
      "The task “{task}” of “{title}” ({number}) went to another department; yours has nothing more"
          + " to do about it."),
  DRAFT_EXPIRES(
      ORDINARY,
      "草稿即将删除",
      "Draft will be deleted",
      "您有一份草稿将于 {due} 删除；再次保存可延长 90 天。",
      "A draft of yours will be deleted on {due}; saving it again keeps it for 90 more days.");

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final Urgency urgency;
  private final Text title;
  private final Text template;

  NoticeName(Urgency urgency, String titleZh, String titleEn, String zh, String en) {
    this.urgency = urgency;
    this.title = new Text(titleZh, titleEn);
    this.template = new Text(zh, en);
  }

  /** How far it may disturb. */
  public Urgency urgency() {
    return urgency;
  }

  /** The heading. */
  public Text title() {
    return title;
  }

  /** The words with the facts in their places; a place without a fact stays empty. */
  public Text body(Map<String, Text> facts) {
    return new Text(
        filled(template.in(Language.ZH_CN), facts, Language.ZH_CN),
        filled(template.in(Language.EN), facts, Language.EN));
  }

  private static String filled(String words, Map<String, Text> facts, Language language) {
    return PLACE
        .matcher(words)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    facts.containsKey(place.group(1))
                        ? facts.get(place.group(1)).in(language)
                        : ""));
  }
}
