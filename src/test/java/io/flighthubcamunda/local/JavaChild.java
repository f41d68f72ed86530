package io.flighthubcamunda.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs one of our classes in a Java process of its own. */
public final class JavaChild {

  /** Conscrypt's fast sockets reach for the file descriptor inside Java's own. */
  public static final String FAST_TLS_SOCKETS = "--add-opens=java.base/java.net=ALL-UNNAMED";

  private JavaChild() {}

  /**
   * @param options for Java
   * @param arguments for the class
   */
  public static List<String> command(Class<?> main, List<String> options, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(java());
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(options);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** The Java that runs us, so that a machine's default Java, perhaps an old one, has no say. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
