/** 咨询: an answer, and the next person finds it. */
package banshi.consultation;
