package banshi.reminder.send;

import banshi.identity.Disclosure;
import banshi.identity.Phone;
import banshi.notices.Notice;
import banshi.reminder.send.MessageTemplates.Filled;
import banshi.reminder.send.TencentApi.Exchange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends text messages by Tencent Cloud (腾讯云短信): SendSms, and for the receipts
 * PullSmsSendStatusByPhoneNumber, which gives the same answer however often it is asked.
 */
final class TencentMessages implements TextMessages {
  private static final String MAINLAND = "+86";

  /** The message is asked for from a little before it was sent: two clocks never agree. */
  private static final Duration BEFORE = Duration.ofMinutes(5);

  private static final int MOST_STATES = 100;

  private final TencentApi api;
  private final String appId;
  private final String signName;
  private final MessageTemplates templates;

  /**
   * @param appId the application's SdkAppId
   * @param signName the approved signature (短信签名), without its brackets
   */
  TencentMessages(TencentApi api, String appId, String signName, MessageTemplates templates) {
    this.api = api;
    this.appId = appId;
    this.signName = signName;
    this.templates = templates;
  }

  @Override
  public Carrier.Parcel prepare(Phone to, Notice notice) {
    return templates
        .fill(notice)
        .<Carrier.Parcel>map(
            filled -> new Carrier.Parcel.Ready(Optional.empty(), () -> send(to, filled)))
        .orElseGet(() -> new Carrier.Parcel.Unfit("TEMPLATE"));
  }

  private Reply send(Phone to, Filled message) {
    ObjectNode content =
        JsonNodeFactory.instance
            .objectNode()
            .put("SmsSdkAppId", appId)
            .put("SignName", signName)
            .put("TemplateId", message.id());
    content.putArray("PhoneNumberSet").add(number(to));
    message.values().forEach(content.putArray("TemplateParamSet")::add);
    return switch (api.call("SendSms", content)) {
      case Exchange.Unreached(String code) -> new Reply.Busy(code);
      case Exchange.Lost(String code) -> new Reply.Unanswered(code);
      case Exchange.Failed(String code) -> TencentCodes.reply(code);
      case Exchange.Answered(JsonNode response) -> reply(response.path("SendStatusSet").path(0));
    };
  }

  private static Reply reply(JsonNode status) {
    String code = status.path("Code").asText();
    if (code.isEmpty()) {
      return new Reply.Unanswered("UNREADABLE");
    }
    return code.equals(TencentCodes.OK)
        ? new Reply.Taken(
            Optional.of(status.path("SerialNo").asText()).filter(serial -> !serial.isBlank()))
        : TencentCodes.reply(code);
  }

  @Override
  public Receipt receipt(Phone to, String serial, Instant sent) {
    ObjectNode content =
        JsonNodeFactory.instance
            .objectNode()
            .put("SmsSdkAppId", appId)
            .put("PhoneNumber", number(to))
            .put("SendDateTime", sent.minus(BEFORE).getEpochSecond())
            .put("Offset", 0)
            .put("Limit", MOST_STATES);
    return switch (api.call("PullSmsSendStatusByPhoneNumber", content)) {
      case Exchange.Unreached(String code) -> new Receipt.NotAsked(code, false);
      case Exchange.Lost(String code) -> new Receipt.NotAsked(code, false);
      case Exchange.Failed(String code) ->
          new Receipt.NotAsked(code, TencentCodes.of(code) == TencentCodes.Meaning.FAULT);
      case Exchange.Answered(JsonNode response) ->
          receipt(response.path("PullSmsSendStatusSet"), serial);
    };
  }

  /** Reports may come twice and in any order: one that it arrived outweighs every other. */
  private static Receipt receipt(JsonNode reports, String serial) {
    Receipt receipt = new Receipt.Open();
    for (JsonNode report : reports) {
      if (!report.path("SerialNo").asText().equals(serial)) {
        continue;
      }
      String code = report.path("Description").asText();
      if (report.path("ReportStatus").asText().equals("SUCCESS")) {
        return new Receipt.Arrived(code);
      }
      if (report.path("ReportStatus").asText().equals("FAIL")) {
        receipt = new Receipt.Failed(code);
      }
    }
    return receipt;
  }

  private static String number(Phone to) {
    return MAINLAND + to.clear(new Disclosure.Delivery());
  }
}
