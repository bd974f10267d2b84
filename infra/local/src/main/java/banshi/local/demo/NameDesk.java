package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** 名称申报: a name with a fault, one that is like another, and one that is reserved. */
final class NameDesk {
  private static final String CHARACTERS = "云山江河松竹梅兰星辰晨曦清和安宁嘉瑞祥泰明朗启航远博文雅静怡舒畅";
  private static final int TRIES = 50;

  private final HallDoor door;
  private final Narrator narrator;
  private final RandomGenerator random;

  NameDesk(HallDoor door, Narrator narrator, RandomGenerator random) {
    this.door = door;
    this.narrator = narrator;
    this.random = random;
  }

  /** Somebody else's name is reserved first: 源 and 园 sound the same. */
  JsonNode reserve(Visitor founder) {
    narrator.act("取名", "A name");
    Visitor anybody = Visitor.anybody(door);
    narrator.tell("先试一个不合规的，不用登录：", "one that will not do; no token needed:");
    JsonNode faulty = check(anybody, named("中国沙坪坝有限公司").put("district", "沙坪坝区"));
    faults(faulty, "faults");
    DemoStopped.unless(
        !faulty.path("available").asBoolean(), "不合规的名称可用 A name with faults is available");
    String stem = free(anybody);
    Founders other = Founders.drawn(random);
    reserved(Visitor.as(door, other.second().persona()), named(stem + "源"));
    JsonNode alike = check(anybody, named(stem + "园"));
    narrator.tell(
        "想用“" + Tree.text(alike, "fullName") + "”，可用，但有相近的：", "available, with a warning:");
    for (JsonNode conflict : Tree.items(alike, "conflicts")) {
      narrator.item(Tree.text(conflict, "fullName"), 44, Tree.text(conflict, "kindName"));
    }
    DemoStopped.unless(
        !Tree.items(alike, "conflicts").isEmpty(), "没有提示相近名称 No name alike was shown");
    JsonNode reservation = reserved(founder, named(stem + "园"));
    narrator.tell(
        "已保留至 " + Narrator.time(Tree.text(reservation, "until")) + "，到期自动放开",
        "reserved until then; it lapses by itself");
    narrator.tell("另一个人这时再来申报同名：", "somebody else asks for the same name:");
    narrator.problem(
        Visitor.as(door, other.first().persona())
            .file("/v1/startups/names", named(stem + "园"), UUID.randomUUID().toString())
            .expect(409));
    return reservation;
  }

  /** Kept data may hold names of earlier tellings. */
  private String free(Visitor anybody) {
    for (int tried = 0; tried < TRIES; tried++) {
      String stem = "" + any() + any();
      if (isFree(anybody, stem + "源") && isFree(anybody, stem + "园")) {
        return stem;
      }
    }
    throw new DemoStopped(
        "没有空闲的名称；请用 ./dev up --fresh No name is free: ./dev up --fresh forgets earlier ones");
  }

  private static boolean isFree(Visitor anybody, String tradeName) {
    JsonNode checked = check(anybody, named(tradeName));
    return checked.path("available").asBoolean() && Tree.items(checked, "conflicts").isEmpty();
  }

  private char any() {
    return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }

  private static JsonNode check(Visitor visitor, ObjectNode name) {
    return visitor.ask("/v1/startups/name-checks", name).body();
  }

  private static JsonNode reserved(Visitor visitor, ObjectNode name) {
    return visitor
        .file("/v1/startups/names", name, UUID.randomUUID().toString())
        .expect(201)
        .body();
  }

  private static ObjectNode named(String tradeName) {
    return Bodies.empty()
        .put("district", "重庆市沙坪坝区")
        .put("tradeName", tradeName)
        .put("industry", "餐饮管理")
        .put("form", "LLC");
  }

  /** Every fault with where and why. */
  void faults(JsonNode answer, String list) {
    for (JsonNode fault : Tree.items(answer, list)) {
      narrator.item(
          Tree.text(fault, "pointer") + " " + Tree.text(fault, "code"),
          46,
          Tree.text(fault, "detail"));
    }
  }
}
