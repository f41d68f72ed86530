package io.flighthubcamunda.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where the simulator listens.
 *
 * @param text a name or an IP address
 */
record ListenAddress(String text) {

  /** What a person should know who lets others in. */
  Optional<String> warning() {
    if (isLoopback()) {
      return Optional.empty();
    }
    return Optional.of(
        "Warning: the simulator listens on %s, where everybody who reaches this machine and knows"
                .formatted(text)
            + " its organization key can use it, without encryption. Give it a key of its own with"
            + " --token, and keep it out of the reach of strangers.");
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(text).isLoopbackAddress();
    } catch (UnknownHostException e) {
      // The simulator says so in a moment.
      return true;
    }
  }
}
