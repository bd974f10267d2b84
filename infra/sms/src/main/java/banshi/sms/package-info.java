/** A stand-in for Tencent Cloud's text messages, which behaves as its documents say. */
package banshi.sms;
