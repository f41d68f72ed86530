package io.flighthubcamunda.local;

import java.nio.file.Path;
import java.util.List;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Setting.Property;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.ingest.common.IngestCommonPlugin;
import org.opensearch.join.ParentJoinPlugin;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node in a process of its own: {@code OpenSearchNode HOME HTTP-PORT TRANSPORT-PORT}.
 *
 * <p>Java runs this file from its source. It compiles against OpenSearch, and OpenSearch's libraries
 * must not come near the project's own class path.
 */
public final class OpenSearchNode {

  private OpenSearchNode() {}

  public static void main(String[] args) throws Exception {
    ChildMain.stopWithParent();
    Settings settings =
        Settings.builder()
            .put("cluster.name", "flighthub-camunda-demo")
            .put("node.name", "demo")
            .put("discovery.type", "single-node")
            .put("path.home", args[0])
            .put("network.host", "127.0.0.1")
            .put("http.port", args[1])
            .put("transport.port", args[2])
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            // A laptop's disk is often fuller than the 85 % at which a node stops taking indices.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    Environment environment = new Environment(settings, Path.of(args[0], "config"));
    new OpenSearchRunnerNode(
            environment,
            List.of(
                Netty4Plugin.class,
                CommonAnalysisPlugin.class,
                PainlessPlugin.class,
                ParentJoinPlugin.class,
                ReindexPlugin.class,
                MapperExtrasPlugin.class,
                IngestCommonPlugin.class,
                IndexStateManagementSetting.class))
        .start();
    // All threads of a node are daemons; this one keeps the process alive.
    Thread.currentThread().join();
  }

  /**
   * Tasklist writes this index setting, which belongs to a plugin that a plain node does not have; an
   * unknown setting would be refused.
   */
  public static final class IndexStateManagementSetting extends Plugin {

    @Override
    public List<Setting<?>> getSettings() {
      return List.of(
          Setting.simpleString(
              "index.plugins.index_state_management.policy_id",
              Property.IndexScope,
              Property.Dynamic));
    }
  }
}
