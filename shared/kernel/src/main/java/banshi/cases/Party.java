package banshi.cases;

/** What someone is to a case. One person may be several parties at once. */
public enum Party {
  /** 申请人: the person or company whose case it is. */
  APPLICANT,
  /** 签署人: somebody whose signature the case needs, given or not, whoever filed it. */
  SIGNATORY,
  /** 待签署人: somebody whose signature is still missing. */
  UNSIGNED,
  /** 综合窗口: the general window, which receives, asks for corrections, accepts and delivers. */
  WINDOW,
  /** 牵头部门: the department that decides one of the case's parts. */
  LEAD,
  /** 协办部门: a department with a task in the case. */
  DEPARTMENT,
  /** 登记机关: the department that registers and licenses a start-up, once it may see it. */
  REGISTRAR,
  /** 承办单位: the department that a complaint was assigned to. */
  ASSIGNEE,
  /** 整改单位: the department with the duty that a poor rating opened. */
  RATED,
  /** 纪检监察: those who watch over discipline, in a complaint that was referred to them. */
  DISCIPLINE,
  /** 监督: reads everything, and does what is named for supervisors. */
  SUPERVISOR,
  /** The clock itself: moves that the law makes when nobody acts. */
  SYSTEM
}
