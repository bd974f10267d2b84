package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** 用时明细: who used which minutes of a start-up. */
final class MinutesShown {
  private final Narrator narrator;

  MinutesShown(Narrator narrator) {
    this.narrator = narrator;
  }

  /** The ledger as it stands, which must add up. */
  JsonNode show(Visitor reader, String number) {
    JsonNode ledger = reader.read(Visitor.path(number) + "/ledger").body();
    for (JsonNode entry : Tree.items(ledger, "entries")) {
      narrator.item(
          clock(entry, "from") + "–" + clock(entry, "to") + "  " + Tree.text(entry, "holderName"),
          40,
          "%3d 分钟 minutes%s%s"
              .formatted(
                  entry.path("minutes").asLong(),
                  entry.path("counted").asBoolean() ? "" : "，不计 not counted",
                  entry.path("settled").asBoolean()
                      ? ""
                      : "，未定 not settled: " + waitingFor(entry)));
    }
    long elapsed = ledger.path("elapsedMinutes").asLong();
    long sum =
        Tree.items(ledger, "entries").stream().mapToLong(e -> e.path("minutes").asLong()).sum();
    DemoStopped.unless(sum == elapsed, "账对不上 The minutes do not add up: " + ledger);
    narrator.tell(
        "合计 %d 分钟，承诺 %d 分钟".formatted(sum, ledger.path("budgetMinutes").asLong()),
        "they add up to what has elapsed; promised: " + ledger.path("budgetMinutes").asLong());
    return ledger;
  }

  /** The same by who held them, with what everybody's own work took. */
  void byHolder(JsonNode ledger) {
    for (JsonNode share : Tree.items(ledger, "byHolder")) {
      narrator.item(
          Tree.text(share, "holderName"),
          24,
          "等待 waited for %3d · 自身 own %3d / %s · 超出 over %d"
              .formatted(
                  share.path("minutes").asLong(),
                  share.path("ownMinutes").asLong(),
                  Tree.text(share, "limitMinutes"),
                  share.path("overMinutes").asLong()));
    }
    for (JsonNode late : Tree.items(ledger, "late")) {
      narrator.item(
          Tree.text(late, "holderName"), 24, "超期 late " + late.path("minutes").asLong() + " 分钟");
    }
  }

  private static String waitingFor(JsonNode entry) {
    return Tree.items(entry, "waitingFor").stream()
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String clock(JsonNode entry, String end) {
    String time = Narrator.time(Tree.text(entry, end));
    return time.substring("2026-11-23 ".length(), "2026-11-23 09:00".length());
  }
}
