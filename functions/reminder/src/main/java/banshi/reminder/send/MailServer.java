package banshi.reminder.send;

import java.util.Optional;

/**
 * Where e-mail is handed in.
 *
 * @param from the address that the mails come from
 * @param user who hands them in, if the server asks
 * @param startTls whether the connection must be turned into an encrypted one
 */
record MailServer(
    String host,
    int port,
    String from,
    Optional<String> user,
    Optional<String> password,
    boolean startTls) {
  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + "]";
  }
}
