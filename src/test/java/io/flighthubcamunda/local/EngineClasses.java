package io.flighthubcamunda.local;

import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.net.URL;
import java.net.URLClassLoader;

/** Loads the classes of the engine for tests once more, and shares all others with us. */
final class EngineClasses extends URLClassLoader {

  private static final String PACKAGE = EngineFactory.class.getPackageName() + ".";

  EngineClasses() {
    super(
        new URL[] {EngineFactory.class.getProtectionDomain().getCodeSource().getLocation()},
        EngineClasses.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
