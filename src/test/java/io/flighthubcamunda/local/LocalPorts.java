package io.flighthubcamunda.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The port numbers that one local Camunda uses. */
public record LocalPorts(Map<LocalPort, Integer> numbers) {

  public LocalPorts {
    numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
  }

  /**
   * Reads the ports from properties; an absent or blank one takes its standard number.
   *
   * @throws LocalEngineException if a value is not a port number or is given twice
   */
  public static LocalPorts from(Properties properties) {
    Map<LocalPort, Integer> numbers = new EnumMap<>(LocalPort.class);
    Map<Integer, LocalPort> users = new HashMap<>();
    for (LocalPort port : LocalPort.values()) {
      int number = number(port, properties.getProperty(port.property(), "").strip());
      LocalPort other = users.put(number, port);
      if (other != null) {
        throw new LocalEngineException(
            "Port %d is given to both %s and %s; choose different ones."
                .formatted(number, other.property(), port.property()));
      }
      numbers.put(port, number);
    }
    return new LocalPorts(numbers);
  }

  /** Numbers that nobody uses at this moment, so that several engines fit on one machine. */
  public static LocalPorts free() {
    Map<LocalPort, Integer> numbers = new EnumMap<>(LocalPort.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (LocalPort port : LocalPort.values()) {
        // Held until all are found, or the same number could be found twice.
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        numbers.put(port, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
      return new LocalPorts(numbers);
    } catch (IOException e) {
      throw new LocalEngineException("No free port was found: " + e.getMessage(), e);
    }
  }

  private static int number(LocalPort port, String value) {
    if (value.isEmpty()) {
      return port.standard();
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= 65_535) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The sentence below says it better.
    }
    throw new LocalEngineException(
        "%s must be a port number from 1 to 65535, but is \"%s\"."
            .formatted(port.property(), value));
  }

  public int number(LocalPort port) {
    return numbers.get(port);
  }

  /** {@code http://127.0.0.1:PORT}. gRPC clients read "http" as "without TLS". */
  public URI address(LocalPort port) {
    return URI.create("http://127.0.0.1:" + number(port));
  }

  /**
   * Checks that nobody listens on any of these ports.
   *
   * @throws LocalEngineException naming the first one that is in use
   */
  public void requireFree() {
    numbers.forEach(LocalPorts::requireFree);
  }

  private static void requireFree(LocalPort port, int number) {
    // A socket on the wildcard address would block ours on some systems and not on others; probing
    // the loopback address asks exactly what the servers will ask.
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
    } catch (IOException e) {
      throw new LocalEngineException(
          "Port %d (%s) is in use. Stop what uses it, or choose another with -D%s=..."
              .formatted(number, port.purpose(), port.property()),
          e);
    }
  }
}
