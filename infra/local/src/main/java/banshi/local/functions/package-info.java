/**
 * Runs functions as Lambda does: real packages in processes of their own, one event at a time each.
 */
package banshi.local.functions;
