/**
 * Sends what is waiting (发送): a notice goes by the first channel that takes it, each attempt on
 * record. Nothing of mail, text messages or HTTP is touched before a notice needs it.
 */
package banshi.reminder.send;
