package org.postern.pipeline.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.broker.StoreReadiness;
import org.postern.config.DataFolder;
import org.postern.config.GatewaySettings;
import org.postern.config.Settings;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.node.Node;
import org.postern.node.NodeRoll;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds the name of this gateway, so that no other one on the same database has it: what is done by one of several, figures and transactions go by it. While
 * another has it, no mail is taken; while the database is away, nobody can take it.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String FOLDER = "node.id";

    @Inject
    private Duties duties;
    @Inject
    private NodeRoll roll;
    @Inject
    private StoreReadiness readiness;
    @Inject
    private Settings settings;
    @Inject
    private DataFolder folder;
    @Inject
    private InstantSource clock;

    private final Duty holding = new Duty(Sentence.form("dutyHoldName", "holding the name of this gateway").with(),
            this::hold, e -> NodeLog.LOG.notEntered(Duty.words(e)));
    private Optional<Node> node = Optional.empty();
    private boolean isEntered;

    @PostConstruct
    void begin() {
        node = Optional.of(new Node(settings.get(GatewaySettings.NODE), identity(folder.root().resolve(FOLDER)),
                UUID.randomUUID().toString(), System.getProperty("jboss.qualified.host.name", ""), clock.instant()));
        duties.beginNow(holding, INTERVAL);
    }

    /** One that is not written whole is none. */
    private static String identity(Path file) {
        try {
            String known = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!known.isEmpty()) {
                return known;
            }
            String made = UUID.randomUUID().toString();
            Path whole = Files.writeString(file.resolveSibling(FOLDER + ".new"), made);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } catch (IOException e) {
            NodeLog.LOG.notEntered(e.toString());
            return UUID.randomUUID().toString();
        }
    }

    private void hold() {
        Node self = node.orElseThrow();
        Optional<Node> other = isEntered ? roll.stay(self, LEASE) : roll.enter(self, LEASE);
        isEntered |= other.isEmpty();
        if (readiness.nameIs(other.isPresent())) {
            other.ifPresentOrElse(
                    one -> NodeLog.LOG.nameTaken(one.name(), one.host(), one.since().toString()),
                    () -> NodeLog.LOG.nameFree(self.name()));
        }
    }

    @PreDestroy
    void end() {
        duties.end(holding);
        try {
            node.ifPresent(roll::leave);
        } catch (RuntimeException databaseAway) {
            NodeLog.LOG.notEntered(databaseAway.toString());
        }
    }
}
