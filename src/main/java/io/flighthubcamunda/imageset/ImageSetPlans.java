package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The plans of the last few image sets. A plan is derived from its source whenever it is needed,
 * but the batches of one image set need the same within minutes, and a network disk lists 20,000
 * files slowly. What is remembered is only ever the plan that was checked: it is told by its
 * fingerprint.
 */
public final class ImageSetPlans {

  /** As long as a file that was added after the check may go unnoticed. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MOST_PLANS = 4;

  /** A planned file takes about 250 bytes. */
  private static final int MOST_FILES = 60_000;

  private record Key(
      String location,
      Set<ReconstructionType> types,
      List<String> leftOut,
      BatchLimits limits,
      String fingerprint) {}

  /** One image set's plan; its lock makes all others wait for the one that lists. */
  private static final class Entry {

    private final Key key;
    private final ReentrantLock listing = new ReentrantLock();
    private volatile ImageSetPlan plan;
    private volatile long derivedAt;

    Entry(Key key) {
      this.key = key;
    }

    int fileCount() {
      return plan == null ? 0 : plan.fileCount();
    }
  }

  private final LongSupplier nanoTime;
  private final Deque<Entry> entries = new ArrayDeque<>();

  public ImageSetPlans() {
    this(System::nanoTime);
  }

  ImageSetPlans(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The plan of a source, listed again unless the one with this fingerprint is remembered.
   *
   * @param fingerprint of the plan that was checked; the one returned has another when the source
   *     changed since
   * @throws ImageSetException when the source cannot be listed
   */
  public ImageSetPlan plan(
      ImageSource source,
      Set<ReconstructionType> types,
      Collection<String> leftOut,
      BatchLimits limits,
      String fingerprint) {
    Entry entry =
        entry(new Key(source.location(), types, List.copyOf(leftOut), limits, fingerprint));
    entry.listing.lock();
    try {
      if (entry.plan != null && nanoTime.getAsLong() - entry.derivedAt < REMEMBERED.toNanos()) {
        return entry.plan;
      }
      entry.plan = null;
      long now = nanoTime.getAsLong();
      ImageSetPlan plan = ImageSetPlan.of(source.scan(types), leftOut, limits);
      if (plan.fingerprint().equals(fingerprint)) {
        entry.derivedAt = now;
        entry.plan = plan;
        shrink(entry);
      }
      return plan;
    } finally {
      entry.listing.unlock();
    }
  }

  /** Lets the next batch look at the source itself again, because something is wrong with it. */
  public synchronized void forget(String fingerprint) {
    entries.removeIf(entry -> entry.key.fingerprint().equals(fingerprint));
  }

  private synchronized Entry entry(Key key) {
    Optional<Entry> known = entries.stream().filter(e -> e.key.equals(key)).findFirst();
    Entry entry = known.orElseGet(() -> new Entry(key));
    entries.remove(entry);
    entries.addFirst(entry);
    return entry;
  }

  /** Forgets what is old, and what was not used for longest, until the rest is small. */
  private synchronized void shrink(Entry newest) {
    int plans = 0;
    int files = 0;
    for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
      Entry entry = each.next();
      plans++;
      files += entry.fileCount();
      boolean old = entry.plan != null && newest.derivedAt - entry.derivedAt > REMEMBERED.toNanos();
      if (old || plans > MOST_PLANS || (files > MOST_FILES && plans > 1)) {
        each.remove();
      }
    }
  }
}
