package banshi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DaySetTest {
  @Property
  void rank_counts_and_select_finds(
      @ForAll @Size(max = 300) List<@IntRange(max = 399) Integer> days) {
    boolean[] expected = new boolean[400];
    days.forEach(day -> expected[day] = true);
    DaySet set = new DaySet(expected);

    int rank = 0;
    for (int day = 0; day < 400; day++) {
      assertThat(set.contains(day)).isEqualTo(expected[day]);
      assertThat(set.rank(day)).isEqualTo(rank);
      if (expected[day]) {
        assertThat(set.select(rank)).isEqualTo(day);
        rank++;
      }
    }
    assertThat(set.rank(400)).isEqualTo(set.size()).isEqualTo(rank);
  }
}
