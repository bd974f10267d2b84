package banshi.clock;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * Service hours (办公时间): the same slots on every working day, in order, disjoint, at least one.
 * Local time of {@link ServiceClock#ZONE}. No law fixes them; they are published data.
 */
public final class ServiceHours {
  private final List<Slot> slots;
  private final long perDay;

  private ServiceHours(List<Slot> slots) {
    this.slots = slots;
    this.perDay = slots.stream().mapToLong(Slot::nanos).sum();
  }

  /** The default, 09:00–12:00 and 14:00–17:30. */
  public static ServiceHours standard() {
    return of(
        new Slot(LocalTime.of(9, 0), LocalTime.of(12, 0)),
        new Slot(LocalTime.of(14, 0), LocalTime.of(17, 30)));
  }

  /** These slots; see {@link #of(List)}. */
  public static ServiceHours of(Slot... slots) {
    return of(List.of(slots));
  }

  /**
   * These slots.
   *
   * @throws IllegalArgumentException where there is none, or one begins before the last has ended
   */
  public static ServiceHours of(List<Slot> slots) {
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("service hours need a slot");
    }
    for (int i = 1; i < slots.size(); i++) {
      if (slots.get(i).from().isBefore(slots.get(i - 1).to())) {
        throw new IllegalArgumentException("slots overlap or are out of order: " + slots);
      }
    }
    return new ServiceHours(List.copyOf(slots));
  }

  /** The slots, in order. */
  public List<Slot> slots() {
    return slots;
  }

  /** Service time of one working day. */
  public Duration perDay() {
    return Duration.ofNanos(perDay);
  }

  /** When the first slot begins. */
  public LocalTime opening() {
    return slots.getFirst().from();
  }

  /** When the last slot ends. */
  public LocalTime closing() {
    return slots.getLast().to();
  }

  long nanosPerDay() {
    return perDay;
  }

  boolean isOpen(long nanoOfDay) {
    return slots.stream()
        .anyMatch(
            slot -> nanoOfDay >= slot.from().toNanoOfDay() && nanoOfDay < slot.to().toNanoOfDay());
  }

  /** Service time from midnight to that time of a working day. */
  long workedBy(long nanoOfDay) {
    long worked = 0;
    for (Slot slot : slots) {
      long into = nanoOfDay - slot.from().toNanoOfDay();
      if (into <= 0) {
        break;
      }
      worked += Math.min(into, slot.nanos());
    }
    return worked;
  }

  /** The last time of day at which no more than that has been worked; from 0 to below a day's. */
  long passed(long worked) {
    long left = worked;
    for (Slot slot : slots) {
      if (left < slot.nanos()) {
        return slot.from().toNanoOfDay() + left;
      }
      left -= slot.nanos();
    }
    throw new IllegalArgumentException("a day's service time or more");
  }

  /** The first time of day by which that much has been worked; from above 0 to a whole day's. */
  long reached(long worked) {
    long left = worked;
    for (Slot slot : slots) {
      if (left <= slot.nanos()) {
        return slot.from().toNanoOfDay() + left;
      }
      left -= slot.nanos();
    }
    throw new IllegalArgumentException("more than a day's service time");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServiceHours hours && slots.equals(hours.slots);
  }

  @Override
  public int hashCode() {
    return slots.hashCode();
  }

  @Override
  public String toString() {
    return slots.toString();
  }
}
