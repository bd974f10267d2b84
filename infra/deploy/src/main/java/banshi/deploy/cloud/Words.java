package banshi.deploy.cloud;

/** CloudFormation's statuses in Chinese. */
final class Words {
  private Words() {}

  static String of(String status) {
    String what =
        status.contains("ROLLBACK")
            ? "回滚"
            : status.startsWith("CREATE")
                ? "创建"
                : status.startsWith("UPDATE") ? "更新" : status.startsWith("DELETE") ? "删除" : "处理";
    if (status.endsWith("_FAILED")) {
      return what + "失败";
    }
    if (status.endsWith("_SKIPPED")) {
      return "保留不删";
    }
    return status.endsWith("_IN_PROGRESS") ? what + "中" : what + "完成";
  }
}
