package io.flighthubcamunda.local;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Creates Zeebe's engines for tests, and keeps two faults of the library (8.8.21) away.
 *
 * <p>It keeps the log in a plain {@link ArrayList}, although one thread appends while others read:
 * a reader may find an entry that isn't there yet, and when that reader is the engine's own, the
 * engine stops for good without a word. Here the list is a synchronized one.
 *
 * <p>It writes all answers of all engines of a JVM through one static buffer: two engines at once
 * spoil each other's answers. Here a new engine ends the one that somebody kept for later.
 */
public final class TestEngines {

  private static Runnable endKept = () -> {};

  private TestEngines() {}

  /**
   * To be called by whoever keeps an engine between tests.
   *
   * @param end called once, when somebody creates another engine
   */
  public static synchronized void keep(Runnable end) {
    endKept = end;
  }

  /** A new engine on a free port, not started yet, and the only one of this JVM. */
  public static synchronized ZeebeTestEngine create() {
    endKept.run();
    endKept = () -> {};
    ZeebeTestEngine engine = EngineFactory.create();
    try {
      var logStream = field(engine, "logStream").get(engine);
      var storage = field(logStream, "logStorage").get(logStream);
      var entries = field(storage, "logEntries");
      entries.set(
          storage, Collections.synchronizedList(new ArrayList<>((List<?>) entries.get(storage))));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The engine for tests is built otherwise now", e);
    }
    return engine;
  }

  private static Field field(Object owner, String name) throws NoSuchFieldException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
