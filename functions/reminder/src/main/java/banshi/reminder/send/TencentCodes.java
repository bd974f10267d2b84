package banshi.reminder.send;

import java.util.Map;
import java.util.Set;

/**
 * What Tencent Cloud's error codes mean to a sender; the codes are those of the pages of SendSms
 * (API 2021-01-11) and of the errors that all its products share. A code that is not here is judged
 * by the family before its dot.
 */
final class TencentCodes {
  static final String OK = "Ok";

  /** The person's number is the cause: nothing on our side is to be mended. */
  private static final Set<String> OF_THE_NUMBER =
      Set.of(
          "FailedOperation.PhoneNumberInBlacklist",
          "InvalidParameterValue.IncorrectPhoneNumber",
          "FailedOperation.PhoneNumberParseFail",
          "UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone",
          "UnsupportedOperation.UnsupportedRegion");

  /** It was surely not sent, and a repetition would fare no better: ours to mend. */
  private static final Set<String> OURS =
      Set.of(
          "InternalError.RequestTimeException",
          "InternalError.RestApiInterfaceNotExist",
          "InternalError.SigFieldMissing",
          "InternalError.SigVerificationFail",
          "InternalError.JsonParseFail",
          "LimitExceeded.AppCountryOrRegionInBlacklist",
          "LimitExceeded.PhoneNumberCountLimit");

  /** Of a family, what holds where nothing else is said. */
  private static final Map<String, Meaning> FAMILIES =
      Map.of(
          "LimitExceeded", Meaning.LATER,
          "RequestLimitExceeded", Meaning.LATER,
          "ResourceInsufficient", Meaning.LATER,
          "ResourceUnavailable", Meaning.LATER,
          "InternalError", Meaning.UNKNOWN);

  private TencentCodes() {}

  /** What a code means. */
  enum Meaning {
    /** Not taken; perhaps later: a limit of how often, or how many. */
    LATER,
    /** It may have been taken. */
    UNKNOWN,
    /** Not taken, for a reason that lies with the number. */
    NEVER,
    /** Not taken, for a reason that lies with us: key, signature, template, money. */
    FAULT
  }

  static Meaning of(String code) {
    if (OF_THE_NUMBER.contains(code)) {
      return Meaning.NEVER;
    }
    if (OURS.contains(code)) {
      return Meaning.FAULT;
    }
    int dot = code.indexOf('.');
    String family = dot < 0 ? code : code.substring(0, dot);
    return FAMILIES.getOrDefault(family, Meaning.FAULT);
  }

  /** A code as a sender hears it. */
  static Reply reply(String code) {
    return switch (of(code)) {
      case LATER -> new Reply.Busy(code);
      case UNKNOWN -> new Reply.Unanswered(code);
      case NEVER -> new Reply.Refused(code, false);
      case FAULT -> new Reply.Refused(code, true);
    };
  }
}
