package banshi.reminder.send;

import static banshi.reminder.send.Office.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.ApplicantKey;
import banshi.identity.Phone;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.sms.Conduct;
import banshi.sms.Received;
import banshi.sms.SmsStandIn;
import banshi.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text messages by Tencent Cloud, against a stand-in that checks what the documents say. */
class TencentMessagesTest {
  private static final Phone PHONE = new Phone("13900000000");
  private static Provider provider;

  @BeforeAll
  static void open() {
    provider = new Provider();
  }

  @AfterAll
  static void close() {
    provider.close();
  }

  @BeforeEach
  void clear() {
    provider.sms.forget();
    provider.now.set(TEN);
  }

  private static Notice notice(NoticeName name) {
    return new Notice(
        name,
        new Recipient.Person(new ApplicantKey("a".repeat(32))),
        "S20261123K7M2QX9-1",
        Optional.of("S20261123K7M2QX9"),
        TEN,
        Map.of(
            "title", new Text("夜航（重庆）餐饮有限公司", "Night Sail"),
            "number", new Text("S20261123K7M2QX9", "S20261123K7M2QX9"),
            "due", new Text("2026-12-23 17:30", "2026-12-23 17:30")));
  }

  private static Reply send(TencentMessages messages) {
    Carrier.Parcel parcel = messages.prepare(PHONE, notice(NoticeName.SIGNATURE_REQUESTED));
    return ((Carrier.Parcel.Ready) parcel).call().get();
  }

  private static Received last() {
    return provider.sms.received().getLast();
  }

  @Test
  void aMessageIsTakenInItsTemplateAndGetsASerialNumber() {
    Reply reply = send(provider.messages());

    assertThat(reply).isEqualTo(new Reply.Taken(Optional.of(last().serial())));
    assertThat(last().to()).isEqualTo("+8613900000000");
    assertThat(last().maskedTo()).isEqualTo("139****0000");
    assertThat(last().text())
        .isEqualTo(
            "您的事项“夜航（重庆）餐饮有限公司”（编号S20261123K7M2QX9）需要您办理：请核对并签署，"
                + "请于2026-12-23 17:30前完成。详情请登录政务服务大厅查看。");
  }

  /** Every code that the table knows, and one of each family that it does not. */
  @ParameterizedTest
  @CsvSource({
    "LimitExceeded.PhoneNumberDailyLimit, BUSY",
    "LimitExceeded.PhoneNumberOneHourLimit, BUSY",
    "LimitExceeded.PhoneNumberThirtySecondLimit, BUSY",
    "LimitExceeded.PhoneNumberSameContentDailyLimit, BUSY",
    "LimitExceeded.DeliveryFrequencyLimit, BUSY",
    "LimitExceeded.AppDailyLimit, BUSY",
    "LimitExceeded.AppMainlandChinaDailyLimit, BUSY",
    "LimitExceeded.DailyLimit, BUSY",
    "RequestLimitExceeded, BUSY",
    "RequestLimitExceeded.UinLimitExceeded, BUSY",
    "ResourceInsufficient, BUSY",
    "ResourceUnavailable, BUSY",
    "InternalError.Timeout, UNANSWERED",
    "InternalError.SendAndRecvFail, UNANSWERED",
    "InternalError.OtherError, UNANSWERED",
    "InternalError.UnknownError, UNANSWERED",
    "InternalError, UNANSWERED",
    "FailedOperation.PhoneNumberInBlacklist, REFUSED",
    "InvalidParameterValue.IncorrectPhoneNumber, REFUSED",
    "FailedOperation.PhoneNumberParseFail, REFUSED",
    "UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone, REFUSED",
    "UnsupportedOperation.UnsupportedRegion, REFUSED",
    "FailedOperation.TemplateIncorrectOrUnapproved, FAULT",
    "FailedOperation.TemplateUnapprovedOrNotExist, FAULT",
    "FailedOperation.TemplateParamSetNotMatchApprovedTemplate, FAULT",
    "FailedOperation.SignatureIncorrectOrUnapproved, FAULT",
    "FailedOperation.ContainSensitiveWord, FAULT",
    "FailedOperation.InsufficientBalanceInSmsPackage, FAULT",
    "FailedOperation.MarketingSendTimeConstraint, FAULT",
    "FailedOperation.FailResolvePacket, FAULT",
    "FailedOperation.JsonParseFail, FAULT",
    "InvalidParameterValue.TemplateParameterLengthLimit, FAULT",
    "InvalidParameterValue.TemplateParameterFormatError, FAULT",
    "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter, FAULT",
    "InvalidParameterValue.ContentLengthLimit, FAULT",
    "InvalidParameterValue.SdkAppIdNotExist, FAULT",
    "MissingParameter.EmptyPhoneNumberSet, FAULT",
    "LimitExceeded.PhoneNumberCountLimit, FAULT",
    "LimitExceeded.AppCountryOrRegionInBlacklist, FAULT",
    "InternalError.RequestTimeException, FAULT",
    "InternalError.RestApiInterfaceNotExist, FAULT",
    "InternalError.SigFieldMissing, FAULT",
    "InternalError.SigVerificationFail, FAULT",
    "InternalError.JsonParseFail, FAULT",
    "UnauthorizedOperation.ServiceSuspendDueToArrears, FAULT",
    "UnauthorizedOperation.SmsSdkAppIdVerifyFail, FAULT",
    "UnauthorizedOperation.RequestIpNotInWhitelist, FAULT",
    "UnauthorizedOperation.SdkAppIdIsDisabled, FAULT",
    "AuthFailure.SignatureExpire, FAULT",
    "AuthFailure.SecretIdNotFound, FAULT",
    "UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber, FAULT",
    "SomethingNew.NobodyKnows, FAULT",
  })
  void everyErrorCodeMeansWhatTheTableSaysOfTheNumberAndOfTheRequest(String code, String meaning) {
    Reply expected =
        switch (meaning) {
          case "BUSY" -> new Reply.Busy(code);
          case "UNANSWERED" -> new Reply.Unanswered(code);
          case "REFUSED" -> new Reply.Refused(code, false);
          default -> new Reply.Refused(code, true);
        };
    provider.sms.behave(Conduct.answering(code));
    assertThat(send(provider.messages())).isEqualTo(expected);
    provider.sms.behave(Conduct.answering(code).wholly());
    assertThat(send(provider.messages())).isEqualTo(expected);
  }

  @Test
  void whatTheAccountHasNotIsOurFault() {
    String key = SmsStandIn.SECRET_KEY;
    String ids = provider.approved.ids();
    assertThat(send(provider.messages("another key", SmsStandIn.APP_ID, "x", ids)))
        .isEqualTo(new Reply.Refused("AuthFailure.SignatureFailure", true));
    assertThat(send(provider.messages(key, "1400000001", SmsStandIn.SIGN_NAME, ids)))
        .isEqualTo(new Reply.Refused("InvalidParameterValue.SdkAppIdNotExist", true));
    assertThat(send(provider.messages(key, SmsStandIn.APP_ID, "别的签名", ids)))
        .isEqualTo(new Reply.Refused("FailedOperation.SignatureIncorrectOrUnapproved", true));
    assertThat(
            send(
                provider.messages(
                    key, SmsStandIn.APP_ID, SmsStandIn.SIGN_NAME, "{\"GENERIC\": \"9\"}")))
        .isEqualTo(new Reply.Refused("FailedOperation.TemplateUnapprovedOrNotExist", true));
    assertThat(
            send(
                provider.messages(
                    key,
                    SmsStandIn.APP_ID,
                    SmsStandIn.SIGN_NAME,
                    ids,
                    () -> Instant.now().minus(Duration.ofMinutes(6)))))
        .isEqualTo(new Reply.Refused("AuthFailure.SignatureExpire", true));
  }

  @Test
  void withoutAnAnswerTheMessageMayBeThere() {
    provider.sms.behave(Conduct.GOOD.after(Provider.PATIENCE.multipliedBy(3)));
    assertThat(send(provider.messages())).isEqualTo(new Reply.Unanswered("NO_ANSWER"));
    provider.sms.behave(Conduct.GOOD.withStatus(502));
    assertThat(send(provider.messages())).isEqualTo(new Reply.Unanswered("HTTP_502"));
    provider.sms.behave(Conduct.GOOD.talkingNonsense());
    assertThat(send(provider.messages())).isEqualTo(new Reply.Unanswered("UNREADABLE"));
  }

  @Test
  void whereNobodyListensNothingWasTaken() {
    try (Provider gone = new Provider()) {
      TencentMessages messages = gone.messages();
      gone.sms.close();
      assertThat(send(messages)).isEqualTo(new Reply.Busy("CONNECT"));
    }
  }

  @Test
  void theReceiptOfAMessageIsTheOneOfItsSerialNumberHoweverOftenAndInWhateverOrderItComes() {
    TencentMessages messages = provider.messages();
    provider.sms.behave(
        Conduct.GOOD.reporting(new Conduct.Report(Duration.ZERO, Optional.empty())));
    send(messages);
    Received first = last();
    send(messages);
    Received second = last();
    assertThat(messages.receipt(PHONE, first.serial(), TEN)).isEqualTo(new Receipt.Open());

    provider.sms.report(second, "MK:0001");
    assertThat(messages.receipt(PHONE, first.serial(), TEN)).isEqualTo(new Receipt.Open());
    assertThat(messages.receipt(PHONE, second.serial(), TEN))
        .isEqualTo(new Receipt.Failed("MK:0001"));

    provider.sms.report(second, "DELIVRD");
    provider.sms.report(second, "MK:0001");
    assertThat(messages.receipt(PHONE, second.serial(), TEN))
        .isEqualTo(new Receipt.Arrived("DELIVRD"));
    assertThat(messages.receipt(new Phone("13900000001"), second.serial(), TEN))
        .isEqualTo(new Receipt.Open());
  }

  @Test
  void whoCannotBeAskedIsAskedAgainAndOurFaultsAreHeard() {
    assertThat(
            provider
                .messages("another key", SmsStandIn.APP_ID, "x", provider.approved.ids())
                .receipt(PHONE, "1", TEN))
        .isEqualTo(new Receipt.NotAsked("AuthFailure.SignatureFailure", true));
    try (Provider gone = new Provider()) {
      TencentMessages messages = gone.messages();
      gone.sms.close();
      assertThat(messages.receipt(PHONE, "1", TEN))
          .isEqualTo(new Receipt.NotAsked("CONNECT", false));
    }
  }
}
