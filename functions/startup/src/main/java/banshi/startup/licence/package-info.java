/**
 * The licence (营业执照): its code, its document, and who used which minutes until it was issued. Pure:
 * no cloud, no HTTP, no system clock.
 */
package banshi.startup.licence;
