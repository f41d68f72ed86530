package io.flighthubcamunda.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The projects of the organization. */
final class Projects {

  private final List<String> uuids;

  Projects(Access access) {
    uuids = IntStream.range(0, access.projectCount()).mapToObj(n -> uuid(access, n)).toList();
  }

  List<String> uuids() {
    return uuids;
  }

  boolean contains(String uuid) {
    return uuids.contains(uuid);
  }

  private static String uuid(Access access, int number) {
    if (number == 0) {
      return access.projectUuid();
    }
    byte[] name = (access.projectUuid() + number).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}
