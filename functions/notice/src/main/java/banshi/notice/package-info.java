/** What people were told, and the consents that messages to them need (通知、订阅授权). */
package banshi.notice;
