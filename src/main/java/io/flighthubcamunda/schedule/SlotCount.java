package io.flighthubcamunda.schedule;

import io.flighthubcamunda.api.ModelDetails;
import java.util.List;

/**
 * How many more reconstructions may start.
 *
 * @param capacity slots of the edition, at least 1
 * @param typesCountSeparately whether one start with three types takes three slots or one;
 *     FlightHub doesn't say (fact sheet 2.15), and three is the careful reading
 */
public record SlotCount(int capacity, boolean typesCountSeparately) {

  public SlotCount {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "flighthub.admission.slots must be at least 1, but is " + capacity + ".");
    }
  }

  /** Slots that {@code running} leaves, 0 at least. Models started elsewhere count as well. */
  public int free(List<ModelDetails> running) {
    return Math.max(0, capacity - taken(running));
  }

  /** Slots that one start needs; never more than there are, or it would wait for ever. */
  public int needed(int types) {
    return typesCountSeparately ? Math.min(types, capacity) : 1;
  }

  private int taken(List<ModelDetails> running) {
    var reconstructing = running.stream().filter(SlotCount::holdsSlot).toList();
    if (typesCountSeparately) {
      return reconstructing.size();
    }
    var resources = reconstructing.stream().map(ModelDetails::resourceUuid).toList();
    // Two models that don't say where they come from are not one reconstruction.
    var unnamed = resources.stream().filter(SlotCount::unnamed).count();
    var named = resources.stream().filter(uuid -> !unnamed(uuid)).distinct().count();
    return (int) (unnamed + named);
  }

  private static boolean unnamed(String uuid) {
    return uuid == null || uuid.isBlank();
  }

  /** Packaging comes after the reconstruction; whether it holds a slot is not known. */
  public static boolean holdsSlot(ModelDetails model) {
    return switch (model.status()) {
      case QUEUED, RECONSTRUCTING, UNKNOWN -> true;
      case SUCCEEDED, FAILED, NO_COMPUTING_RESOURCE, CANCELLED -> false;
    };
  }
}
