/**
 * Who saw and did what (审计): a record of every act and every reading by officers and supervisors,
 * kept apart from the cases and for longer than anybody's memory.
 */
package banshi.audit;
