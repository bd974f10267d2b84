package banshi.deploy.cloud;

/** What a stack's status means for whoever wants to change it. */
enum Standing {
  /** It was named by a change set that was never carried out, and holds nothing. */
  EMPTY,
  /** An operation is under way. */
  BUSY,
  /** It can be changed. */
  READY,
  /** Its first deployment failed, or its deletion: it can only be deleted. */
  DEAD,
  /** An update failed, and so did taking it back: a person has to clear the way. */
  STUCK,
  /** It is deleted; CloudFormation still knows its history. */
  GONE;

  static Standing of(String status) {
    return switch (status) {
      case "REVIEW_IN_PROGRESS" -> EMPTY;
      case "CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED" -> DEAD;
      case "UPDATE_ROLLBACK_FAILED" -> STUCK;
      case "DELETE_COMPLETE" -> GONE;
      default -> status.endsWith("_IN_PROGRESS") ? BUSY : READY;
    };
  }
}
