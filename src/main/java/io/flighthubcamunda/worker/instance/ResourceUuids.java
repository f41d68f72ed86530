package io.flighthubcamunda.worker.instance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Gives a process instance the UUID of its resource in FlightHub, and reads the instance out of
 * such a UUID again.
 *
 * <p>FlightHub lists no resources and keeps no note of ours beside a model, only the UUID that the
 * caller chose (fact sheet 2.1, 2.4). An instance that is cancelled in Operate takes everything
 * that was known about it along. So the UUID itself says whose resource it is: that is how what is
 * left behind is recognized without a database.
 *
 * <p>The 122 free bits hold the instance's key (64) and a mark (58), which is a hash of the key and
 * of the name of the Camunda installation. One in 2<sup>58</sup> UUIDs of somebody else would be
 * taken for ours; those of another installation in the same FlightHub project are not, as long as
 * its name is another one. Equal keys of different installations give different UUIDs.
 *
 * <p>The version is 4, although version 8 is what RFC 9562 has for a layout of one's own. What
 * FlightHub makes of a UUID's form is not known; version 4 is what the fact sheet advises, and any
 * check of a form that takes others takes 4 too. Nobody but us looks at the bits.
 */
public final class ResourceUuids {

  /** The process whose instances have such resources. */
  public static final String PROCESS = "reconstruct-images";

  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int MARK_BITS = 58;
  private static final long MARK = (1L << MARK_BITS) - 1;

  private final String installation;

  /**
   * @param installation name of the Camunda whose keys these are; of any form
   */
  public ResourceUuids(String installation) {
    this.installation = installation;
  }

  /** The same for the same key, and of no other use: one instance has one resource. */
  public String ofInstance(long processInstanceKey) {
    var high = (processInstanceKey >>> 16) << 16 | VERSION_4 | (processInstanceKey >>> 4 & 0x0fffL);
    var low = VARIANT | (processInstanceKey & 0x0fL) << MARK_BITS | mark(processInstanceKey);
    return new UUID(high, low).toString();
  }

  /**
   * The key of the instance that {@link #ofInstance} made this UUID for.
   *
   * @param resourceUuid any text, in whatever case; FlightHub's word
   * @return empty when it is none of this installation's
   */
  public OptionalLong instanceOf(String resourceUuid) {
    var text = resourceUuid == null ? "" : resourceUuid.toLowerCase(Locale.ROOT);
    if (!CANONICAL.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    var uuid = UUID.fromString(text);
    var high = uuid.getMostSignificantBits();
    var low = uuid.getLeastSignificantBits();
    var key = (high >>> 16) << 16 | (high & 0x0fffL) << 4 | low >>> MARK_BITS & 0x0fL;
    return (low & MARK) == mark(key) ? OptionalLong.of(key) : OptionalLong.empty();
  }

  private long mark(long processInstanceKey) {
    var text = "flighthub-camunda resource %d of %s".formatted(processInstanceKey, installation);
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() & MARK;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
