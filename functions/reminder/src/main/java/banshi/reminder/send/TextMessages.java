package banshi.reminder.send;

import banshi.identity.Phone;

/** Somebody who brings text messages to telephones. */
interface TextMessages {
  /** Sends a text and waits for the answer; never throws. */
  Reply send(Phone to, String text);
}
