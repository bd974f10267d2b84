package banshi.e2e;

/** What a scenario needs of a hall besides its address and tokens. */
enum Need {
  TIME("拨动时间", "time that can be moved"),
  SCHEDULE("随时运行定时任务", "running the schedule when asked"),
  OUTBOX("查看已发出的消息", "seeing what was sent"),
  GATEWAY("网关按模板作答", "a gateway that refuses in the template's words"),
  INSIDE("进入进程内部", "reaching into the processes"),
  ACCOUNT("查看云账户", "seeing the account that the hall is deployed to");

  private final String chinese;
  private final String english;

  Need(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  @Override
  public String toString() {
    return chinese + " " + english;
  }
}
