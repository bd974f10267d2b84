package banshi.cases;

import banshi.notices.Recipient;
import banshi.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole life of one kind of case as a table of moves. Everything that asks what may happen (the
 * commands, {@code allowedActions}, the timers, the drawings, the lint) reads this one table.
 */
public final class LifeCycle {
  private final CaseKind kind;
  private final List<Stage> stages;
  private final List<Action> actions;
  private final List<Move> moves;
  private final List<Wait> waits;
  private final List<Aside> asides;

  private LifeCycle(
      CaseKind kind,
      List<Stage> stages,
      List<Action> actions,
      List<Move> moves,
      List<Wait> waits,
      List<Aside> asides) {
    this.kind = kind;
    this.stages = List.copyOf(stages);
    this.actions = List.copyOf(actions);
    this.moves = List.copyOf(moves);
    this.waits = List.copyOf(waits);
    this.asides = List.copyOf(asides);
  }

  /** Starts the table of a kind of case over its stages and actions. */
  public static <S extends Enum<S> & Stage, A extends Enum<A> & Action> Table<S, A> of(
      CaseKind kind, Class<S> stages, Class<A> actions) {
    return new Table<>(kind, stages, actions);
  }

  /** The kind of case that lives by this table. */
  public CaseKind kind() {
    return kind;
  }

  /** Every stage, in the order in which they are declared. */
  public List<Stage> stages() {
    return stages;
  }

  /** Every action, in the order in which they are declared. */
  public List<Action> actions() {
    return actions;
  }

  /** Every row, in the order in which they are declared. */
  public List<Move> moves() {
    return moves;
  }

  /** For whom its cases wait, stage by stage. */
  public List<Wait> waits() {
    return waits;
  }

  /** Whom a case waits for now: departments by their open tasks, people by what they must do. */
  public Set<Recipient> waitedFor(Case<?> c) {
    Set<Recipient> waited = new LinkedHashSet<>();
    waits.stream()
        .filter(wait -> wait.holds(c))
        .flatMap(wait -> wait.recipients(c))
        .forEach(waited::add);
    return waited;
  }

  /** What may be done beside a case, in the order in which it is declared. */
  public List<Aside> asides() {
    return asides;
  }

  /** The stage with this name. */
  public Optional<Stage> stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }

  /** The action with this path. */
  public Optional<Action> action(String path) {
    return actions.stream().filter(action -> action.path().equals(path)).findFirst();
  }

  /** Whether an action that stands on a timeline made whoever did it a handler of the case. */
  public boolean handles(String action) {
    return actions.stream().filter(each -> each.name().equals(action)).anyMatch(Action::handles);
  }

  /** What people read for an action that stands on a timeline, the clock's own ones included. */
  public Optional<Text> label(String action) {
    return Stream.concat(actions.stream(), Arrays.stream(ClockAction.values()))
        .filter(each -> each.name().equals(action))
        .map(Action::label)
        .findFirst();
  }

  /** The row that opens a case. */
  public Move opening() {
    return moves.stream().filter(move -> move.from().isEmpty()).findFirst().orElseThrow();
  }

  /** The row by which these parties may do this to the case now. */
  public Optional<Move> open(Case<?> c, Action action, Set<Party> parties) {
    return openTo(c, parties).filter(move -> move.action().equals(action)).findFirst();
  }

  /**
   * What these parties may do to the case now, as paths, in the order of the table; then what they
   * may do beside it.
   */
  public List<String> allowedActions(Case<?> c, Set<Party> parties) {
    Set<String> paths = new LinkedHashSet<>();
    openTo(c, parties)
        .filter(move -> !move.by().equals(Set.of(Party.SYSTEM)))
        .forEach(move -> paths.add(move.action().path()));
    asides.stream()
        .filter(aside -> isOpen(aside, c, parties))
        .forEach(aside -> paths.add(aside.action().path()));
    return List.copyOf(paths);
  }

  /** Whether these parties may ever do this, whatever the stage. */
  public boolean mayEver(Action action, Set<Party> parties) {
    return moves.stream()
        .anyMatch(
            move -> move.action().equals(action) && move.by().stream().anyMatch(parties::contains));
  }

  /** Whether these parties may do this beside the case now. */
  public boolean opensAside(Case<?> c, Action action, Set<Party> parties) {
    return asides.stream()
        .anyMatch(aside -> aside.action().equals(action) && isOpen(aside, c, parties));
  }

  /** Whether these parties may ever do this beside a case, whatever the stage. */
  public boolean mayEverAside(Action action, Set<Party> parties) {
    return asides.stream()
        .anyMatch(
            aside ->
                aside.action().equals(action) && aside.by().stream().anyMatch(parties::contains));
  }

  private static boolean isOpen(Aside aside, Case<?> c, Set<Party> parties) {
    return aside.from().contains(c.stage()) && aside.by().stream().anyMatch(parties::contains);
  }

  private Stream<Move> openTo(Case<?> c, Set<Party> parties) {
    return moves.stream()
        .filter(move -> move.from().contains(c.stage()))
        .filter(move -> move.by().stream().anyMatch(parties::contains))
        .filter(move -> move.guard().holds(c));
  }

  /**
   * A table being written. Each row is {@code from(…).on(…).by(…).to(…).then(…)}; the row is added
   * by the last word, {@code then}, or {@code beside} where it is no move.
   */
  public static final class Table<S extends Enum<S> & Stage, A extends Enum<A> & Action> {
    private final CaseKind kind;
    private final Class<S> stages;
    private final Class<A> actions;
    private final List<Move> moves = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();

    private Table(CaseKind kind, Class<S> stages, Class<A> actions) {
      this.kind = kind;
      this.stages = stages;
      this.actions = actions;
    }

    /** Begins the row that opens a case. */
    public Row opening() {
      return new Row(Set.of());
    }

    /** Begins a row that starts from any of these stages. */
    @SafeVarargs
    public final Row from(S... from) {
      List<S> stagesFrom = new ArrayList<>();
      for (S stage : from) {
        stagesFrom.add(stage);
      }
      return from(stagesFrom);
    }

    /** Begins a row that starts from any of these stages. */
    public Row from(List<S> from) {
      return new Row(new LinkedHashSet<>(from));
    }

    /** Begins to say for whom a case waits in any of these stages. */
    @SafeVarargs
    public final Waiting in(S... stages) {
      Set<Stage> waiting = new LinkedHashSet<>();
      for (S stage : stages) {
        waiting.add(stage);
      }
      return new Waiting(waiting);
    }

    /** Adds rows that several kinds share. */
    public Table<S, A> also(Consumer<Table<S, A>> rows) {
      rows.accept(this);
      return this;
    }

    /** The finished table. */
    public LifeCycle build() {
      Set<Action> all = new LinkedHashSet<>(Arrays.asList(actions.getEnumConstants()));
      moves.forEach(move -> all.add(move.action()));
      return new LifeCycle(
          kind, Arrays.asList(stages.getEnumConstants()), List.copyOf(all), moves, waits, asides);
    }

    /** A row being written. */
    public final class Row {
      private final Set<Stage> from;
      private Optional<Action> action = Optional.empty();
      private Set<Party> by = Set.of();
      private Guard guard = Guard.ALWAYS;
      private Optional<Stage> to = Optional.empty();
      private Optional<LegalBasis> basis = Optional.empty();

      private Row(Set<? extends Stage> from) {
        this.from = Set.copyOf(from);
      }

      /** What is done: an action of the kind's own, or one that all kinds share. */
      public Row on(Action done) {
        action = Optional.of(done);
        return this;
      }

      /** Who may do it. */
      public Row by(Party... parties) {
        by = Set.of(parties);
        return this;
      }

      /** What the clock does by itself, and by which rule. */
      public Row byLaw(LegalBasis rule) {
        by = Set.of(Party.SYSTEM);
        basis = Optional.of(rule);
        return this;
      }

      /** What must hold besides. */
      public Row when(Guard needed) {
        guard = needed;
        return this;
      }

      /** Where it leads. Without this word the stage stays. */
      public Row to(S stage) {
        to = Optional.of(stage);
        return this;
      }

      /** Ends a row that is no move: it is done beside the case and changes nothing of it. */
      public Table<S, A> beside() {
        asides.add(new Aside(from, action.orElseThrow(), by));
        return Table.this;
      }

      /** What else it does; ends the row. */
      public Table<S, A> then(Effect... effects) {
        moves.add(new Move(from, action.orElseThrow(), guard, to, by, List.of(effects), basis));
        return Table.this;
      }
    }

    /**
     * A wait being written: {@code in(…).waitsFor(…)}, then {@code to} a duty or {@code until} a
     * timed move; it is added by the last word, {@code within} or {@code withinItsOwnTime}.
     */
    public final class Waiting {
      private final Set<Stage> in;
      private Party party = Party.SYSTEM;
      private Optional<String> work = Optional.empty();
      private Optional<Action> until = Optional.empty();

      private Waiting(Set<Stage> in) {
        this.in = Set.copyOf(in);
      }

      /** Who must act. */
      public Waiting waitsFor(Party who) {
        party = who;
        return this;
      }

      /** What they have a task for. */
      public Waiting to(String duty) {
        work = Optional.of(duty);
        return this;
      }

      /** What happens by itself when they do nothing. */
      public Waiting until(Action timed) {
        until = Optional.of(timed);
        return this;
      }

      /** By which of the case's clocks; ends the wait. */
      public Table<S, A> within(ClockName clock) {
        return added(Optional.of(clock));
      }

      /** By the time that each task has for itself; ends the wait. */
      public Table<S, A> withinItsOwnTime() {
        return added(Optional.empty());
      }

      private Table<S, A> added(Optional<ClockName> clock) {
        waits.add(new Wait(in, party, work, until, clock));
        return Table.this;
      }
    }
  }
}
