/**
 * The case kernel: what is true of every case of every kind. A command is a pure decision over
 * values; nothing here knows the cloud or HTTP.
 */
package banshi.cases;
