package io.flighthubcamunda.simulator;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running simulator. Start it, point a client at {@link #baseUrl()}, close it.
 *
 * <p>Safe for use by several threads. Its state lives in memory and ends with it.
 */
public final class Simulator implements AutoCloseable {

  private static final long BYTES_OF_AN_IMAGE = 8_000_000;

  private final SimulatorSettings settings;
  private final Faults faults;
  private final Outcomes outcomes;
  private final State state = new State();
  private final Credentials credentials = new Credentials();
  private final SimulatedFlightHub flightHub;
  private final ObjectStore store;
  private final WebServer storeServer;
  private final WebServer apiServer;
  private volatile Optional<URI> announcedStore = Optional.empty();

  private Simulator(SimulatorSettings settings) throws IOException {
    this.settings = settings;
    this.faults = new Faults(settings.chaos());
    this.outcomes = new Outcomes(settings.outcomes());
    CallCounter counter = new CallCounter();
    UploadCounter uploads = new UploadCounter();
    this.flightHub = new SimulatedFlightHub(state, counter, uploads, settings);
    this.store = ObjectStore.open(settings.endpoints().storeDirectory());
    try {
      this.storeServer = openStore(uploads);
      this.apiServer = openApi(counter);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Starts the API and the object store.
   *
   * @throws SimulatorStartException if a port is in use or the store directory cannot be used
   */
  public static Simulator start(SimulatorSettings settings) {
    try {
      return new Simulator(settings);
    } catch (IOException e) {
      throw new SimulatorStartException(
          "The simulator cannot keep its objects: %s".formatted(e.getMessage()), e);
    }
  }

  /** For example {@code http://127.0.0.1:41234}, without the path prefix. */
  public URI baseUrl() {
    return uri(apiServer.port());
  }

  /** Where the object store listens. */
  public URI storeUrl() {
    return uri(storeServer.port());
  }

  /** Clients are told this storage end point from now on, such as a proxy before the store. */
  public void announceStore(URI endPoint) {
    announcedStore = Optional.of(endPoint);
  }

  private URI announcedStore() {
    return announcedStore.orElseGet(this::storeUrl);
  }

  /** Faults for single requests. */
  public Faults faults() {
    return faults;
  }

  /** How the next models end. */
  public Outcomes outcomes() {
    return outcomes;
  }

  /**
   * Adds a resource of the first project that was never uploaded, for those who only start. Its
   * models can be followed to their end, but have no result.
   *
   * @param images how many images it has
   */
  public void addResource(String uuid, int images) {
    state.locked(
        () -> {
          Resource resource = state.resourceOrNew(uuid, settings.access().projectUuid());
          for (int i = 1; i <= images; i++) {
            String name = "%04d.JPG".formatted(i);
            resource.add(
                new ResourceFile(name, uuid + "/" + name, BYTES_OF_AN_IMAGE, Optional.empty()));
          }
          return resource;
        });
  }

  /**
   * The running list shows the models of this resource only after this time; whatever lag the list
   * has otherwise counts for the other resources. The resource need not be there yet.
   */
  public void setListLag(String resourceUuid, Duration lag) {
    Timing.requireNotNegative("the lag of the running list", lag);
    state.locked(
        () -> {
          state.setListLag(resourceUuid, lag);
          return lag;
        });
  }

  /** Models of this resource that start from now on are reconstructed for so long. */
  public void setReconstructionTime(String resourceUuid, Duration time) {
    Timing.requireNotNegative("the reconstruction time", time);
    change(resourceUuid, resource -> resource.reconstructedIn(time));
  }

  private void change(String resourceUuid, Consumer<Resource> change) {
    state.locked(
        () -> {
          change.accept(
              state
                  .resource(resourceUuid, settings.access().projectUuid())
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "The simulator has no resource %s.".formatted(resourceUuid))));
          return resourceUuid;
        });
  }

  /** The state, for assertions. */
  public SimulatedFlightHub flightHub() {
    return flightHub;
  }

  /**
   * The organization key and all parts of every storage key that it ever handed out, for tests that
   * look for them where they must not be.
   */
  public Set<String> issuedSecrets() {
    return Stream.concat(Stream.of(settings.access().token()), credentials.secrets())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The settings it was started with; the ports in them can still be 0. */
  public SimulatorSettings settings() {
    return settings;
  }

  /** Stops both servers; a temporary store directory goes away with everything in it. */
  @Override
  public void close() {
    apiServer.close();
    storeServer.close();
    store.close();
  }

  private WebServer openStore(UploadCounter uploads) throws IOException {
    StoreHandler handler = new StoreHandler(store.blobs(), credentials);
    StoreAccess access = new StoreAccess(credentials, settings.clock(), ObjectStore.BUCKET);
    try {
      return WebServer.start(
          "simulator-store",
          settings.endpoints().bindAddress(),
          settings.endpoints().storePort(),
          new StoreServlet(handler, access, faults, uploads));
    } catch (BindException e) {
      throw portInUse("object store", settings.endpoints().storePort(), e);
    }
  }

  private WebServer openApi(CallCounter counter) throws IOException {
    Archives archives = new Archives(state, store, settings);
    Projects projects = new Projects(settings.access());
    Dispatcher dispatcher =
        new Dispatcher(
            answerers(archives, projects),
            new HeaderRules(settings.access(), projects),
            new Subjects(state),
            faults,
            archives,
            settings.clock());
    try {
      return WebServer.start(
          "simulator-api",
          settings.endpoints().bindAddress(),
          settings.endpoints().port(),
          new ApiServlet(settings.endpoints(), dispatcher, counter, settings.clock()));
    } catch (BindException e) {
      storeServer.close();
      throw portInUse("API", settings.endpoints().port(), e);
    }
  }

  private Map<Operation, Answerer> answerers(Archives archives, Projects projects) {
    Lists lists = new Lists(settings.behaviour().emptyListsAreNull());
    SystemCalls system = new SystemCalls(projects, lists);
    StoreCalls uploads = new StoreCalls(settings, state, credentials, store, this::announcedStore);
    ResourceCalls resources = new ResourceCalls(settings, state, lists);
    ModelCalls models = new ModelCalls(settings, state, archives, lists);
    StartCall start = new StartCall(settings, state, outcomes);
    Map<Operation, Answerer> answerers = new EnumMap<>(Operation.class);
    answerers.put(Operation.SYSTEM_STATUS, system::status);
    answerers.put(Operation.PROJECT_LIST, system::projects);
    answerers.put(Operation.OBTAIN_TOKEN, uploads::obtainToken);
    answerers.put(Operation.UPLOAD_CALLBACK, uploads::uploadCallback);
    answerers.put(Operation.GET_RESOURCE, resources::get);
    answerers.put(Operation.DELETE_RESOURCE, resources::delete);
    answerers.put(Operation.START, start::answer);
    answerers.put(Operation.STOP, models::stop);
    answerers.put(Operation.GET_MODEL, models::get);
    answerers.put(Operation.DELETE_MODEL, models::delete);
    if (settings.behaviour().runningList().offered()) {
      answerers.put(Operation.LIST_RUNNING, models::running);
    }
    if (settings.behaviour().downloadUrlOffered()) {
      DownloadCall download =
          new DownloadCall(settings, state, credentials, archives, this::announcedStore);
      answerers.put(Operation.DOWNLOAD_URL, download::answer);
    }
    return answerers;
  }

  private URI uri(int port) {
    return URI.create("http://%s:%d".formatted(settings.endpoints().publicHost(), port));
  }

  private static SimulatorStartException portInUse(String what, int port, BindException cause) {
    return new SimulatorStartException(
        "The simulator cannot open its %s on port %d: %s. Choose another port, or 0 for a free one."
            .formatted(what, port, cause.getMessage()),
        cause);
  }
}
