package banshi.reminder.send;

import banshi.identity.Disclosure;
import banshi.identity.Phone;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.OptedOutException;
import software.amazon.awssdk.services.sns.model.SnsException;

/**
 * Sends text messages by Amazon SNS. Its client must not repeat a request by itself: that would be
 * an attempt that nobody put on record.
 */
final class SnsTextMessages implements TextMessages.OfAnyText {
  private static final String MAINLAND = "+86";
  private static final Map<String, MessageAttributeValue> TRANSACTIONAL =
      Map.of(
          "AWS.SNS.SMS.SMSType",
          MessageAttributeValue.builder().dataType("String").stringValue("Transactional").build());

  private final Supplier<SnsClient> client;

  /**
   * @param client made when the first message is sent
   */
  SnsTextMessages(Supplier<SnsClient> client) {
    this.client = client;
  }

  @Override
  public Reply send(Phone to, String text) {
    try {
      client
          .get()
          .publish(
              request ->
                  request
                      .phoneNumber(MAINLAND + to.clear(new Disclosure.Delivery()))
                      .message(text)
                      .messageAttributes(TRANSACTIONAL));
      return new Reply.Taken();
    } catch (OptedOutException declined) {
      return new Reply.NotAllowed("OptedOut");
    } catch (SnsException refused) {
      return reply(refused);
    } catch (SdkClientException lost) {
      return Network.beforeAnythingWasSent(lost)
          ? new Reply.Busy("CONNECT")
          : new Reply.Unanswered("NO_ANSWER");
    }
  }

  private static Reply reply(SnsException refused) {
    String code = refused.awsErrorDetails().errorCode();
    if (refused.isThrottlingException()) {
      return new Reply.Busy(code);
    }
    return refused.statusCode() >= 500 ? new Reply.Unanswered(code) : new Reply.Refused(code, true);
  }
}
