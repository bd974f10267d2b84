/** 知识库: what was answered once, found by the next who asks. */
package banshi.consultation.knowledge;
