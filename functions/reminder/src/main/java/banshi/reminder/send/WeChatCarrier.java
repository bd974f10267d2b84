package banshi.reminder.send;

import banshi.identity.ApplicantKey;
import banshi.identity.Disclosure;
import banshi.identity.OpenId;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.Notice;
import banshi.reminder.send.WeChatApi.Exchange;
import banshi.reminder.send.WeChatTemplates.Template;
import banshi.reminder.send.WeChatTokens.Asked;
import banshi.store.Consent;
import banshi.store.Letter;
import banshi.text.Language;
import banshi.text.Text;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings notices as WeChat subscribe messages (订阅消息), to whoever has a consent left for the
 * notice's template.
 */
final class WeChatCarrier implements Carrier {
  private static final int OK = 0;
  private static final int NO_CONSENT = 43101;
  private static final int QUOTA = 45009;

  /** System busy, too many requests in this minute, another message to the person under way. */
  private static final Set<Integer> BUSY = Set.of(-1, 45011, 43108);

  /** The token is not good, or not any more. */
  private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final WeChatApi api;
  private final WeChatTokens tokens;
  private final WeChatTemplates templates;
  private final String state;
  private final BiFunction<ApplicantKey, String, Optional<Consent>> consents;

  /**
   * @param state which edition of the mini-program a tap opens: developer, trial or formal
   * @param consents finds a person's stock of consents to a template
   */
  WeChatCarrier(
      WeChatApi api,
      WeChatTokens tokens,
      WeChatTemplates templates,
      String state,
      BiFunction<ApplicantKey, String, Optional<Consent>> consents) {
    this.api = api;
    this.tokens = tokens;
    this.templates = templates;
    this.state = state;
    this.consents = consents;
  }

  @Override
  public Channel channel() {
    return Channel.WECHAT;
  }

  @Override
  public Parcel prepare(Letter letter) {
    Optional<Template> template = templates.of(letter.notice());
    if (template.isEmpty()) {
      return new Parcel.Unreachable();
    }
    boolean spent = letter.by(Channel.WECHAT).flatMap(Delivery::spent).isPresent();
    return consents
        .apply(letter.owner(), template.get().id())
        .filter(consent -> spent || consent.available() > 0)
        .map(consent -> packed(letter.notice(), template.get(), consent.openId()))
        .orElseGet(Parcel.Unreachable::new);
  }

  private Parcel packed(Notice notice, Template template, OpenId to) {
    Map<String, Text> facts = facts(notice);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<WeChatField, String> each : template.fields().entrySet()) {
      Optional<String> value =
          Optional.ofNullable(facts.get(each.getValue()))
              .map(text -> text.in(template.language()))
              .flatMap(each.getKey()::fit);
      if (value.isEmpty()) {
        return new Parcel.Unfit("FIELD_" + each.getKey().key());
      }
      data.putObject(each.getKey().key()).put("value", value.get());
    }
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("touser", to.clear(new Disclosure.Delivery()));
    message.put("template_id", template.id());
    template.page().ifPresent(page -> message.put("page", filled(page, facts)));
    message.put("miniprogram_state", state);
    message.put("lang", template.language() == Language.EN ? "en_US" : "zh_CN");
    message.set("data", data);
    return new Parcel.Ready(Optional.of(template.id()), () -> send(message));
  }

  private static Map<String, Text> facts(Notice notice) {
    Map<String, Text> facts = new HashMap<>();
    facts.put("title", notice.title());
    facts.putAll(notice.facts());
    facts.put("heading", notice.title());
    facts.put("body", notice.body());
    facts.put("at", new Text(MINUTE.format(notice.at()), MINUTE.format(notice.at())));
    return facts;
  }

  private static String filled(String page, Map<String, Text> facts) {
    return PLACE
        .matcher(page)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(facts.get(place.group(1)))
                        .map(text -> URLEncoder.encode(text.zh(), StandardCharsets.UTF_8))
                        .orElse("")));
  }

  /** Sends, with a fresh token once more at once when WeChat does not take the one at hand. */
  private Reply send(ObjectNode message) {
    return switch (tokens.token()) {
      case Asked.NotGiven(Reply reply) -> reply;
      case Asked.Given(String token) -> {
        Exchange exchange = post(token, message);
        if (!(exchange instanceof Exchange.Answered answered) || !TOKEN.contains(answered.code())) {
          yield reply(exchange);
        }
        tokens.forget(token);
        yield switch (tokens.token()) {
          case Asked.NotGiven(Reply reply) -> reply;
          case Asked.Given(String fresh) -> reply(post(fresh, message));
        };
      }
    };
  }

  private Exchange post(String token, ObjectNode message) {
    return api.post(
        "/cgi-bin/message/subscribe/send?access_token="
            + URLEncoder.encode(token, StandardCharsets.UTF_8),
        message);
  }

  private static Reply reply(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Unreached(String code) -> new Reply.Busy(code);
      case Exchange.Lost(String code) -> new Reply.Unanswered(code);
      case Exchange.Answered answered -> reply(answered.code());
    };
  }

  private static Reply reply(int code) {
    String text = String.valueOf(code);
    if (code == OK) {
      return new Reply.Taken();
    }
    if (code == NO_CONSENT) {
      return new Reply.NotAllowed(text);
    }
    return BUSY.contains(code) || TOKEN.contains(code)
        ? new Reply.Busy(text)
        : new Reply.Refused(text, code != QUOTA);
  }
}
