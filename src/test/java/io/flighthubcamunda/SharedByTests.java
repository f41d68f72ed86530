package io.flighthubcamunda;

/** What test classes share that run side by side in one JVM; names for JUnit's resource locks. */
public final class SharedByTests {

  /**
   * Logging, which every verb and every worker sets up anew when it starts, and the system
   * properties.
   */
  public static final String PROCESS = "logging and system properties";

  /** The one engine that has the diagrams. */
  public static final String DIAGRAMS = "engine with the diagrams";

  private SharedByTests() {}
}
