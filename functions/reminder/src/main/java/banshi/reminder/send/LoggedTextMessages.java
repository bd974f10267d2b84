package banshi.reminder.send;

import banshi.identity.Phone;
import org.jboss.logging.Logger;

/** Writes text messages to the log instead of sending them; the number is masked. */
final class LoggedTextMessages implements TextMessages.OfAnyText {
  private static final Logger LOG = Logger.getLogger(LoggedTextMessages.class);

  @Override
  public Reply send(Phone to, String text) {
    LOG.infof("text message to %s: %s", to.masked(), text.replace('\n', ' '));
    return new Reply.Taken();
  }
}
