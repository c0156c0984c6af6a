package org.postern.admin.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.List;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Beans of others are read without their classes. */
class ManagementTreeTest {
    private static final String PATTERN = "org.postern.test:type=Listener,*";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ManagementTree tree = new ManagementTree();

    /** A row as the adapter shows sessions. */
    public record Row(String reference, long octets) {}

    /** A bean as the adapter shows listeners. */
    public interface ListenerMXBean {
        String getName();

        int getPort();

        List<Row> getSessionList();
    }

    private record Listener(String name) implements ListenerMXBean {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getPort() {
            return 25;
        }

        @Override
        public List<Row> getSessionList() {
            return List.of(new Row("A", 17), new Row("B", 4));
        }
    }

    @BeforeEach
    void show() throws JMException {
        server.registerMBean(new Listener("mx"), new ObjectName("org.postern.test:type=Listener,name=mx"));
    }

    @AfterEach
    void hide() throws JMException {
        server.unregisterMBean(new ObjectName("org.postern.test:type=Listener,name=mx"));
    }

    @Test
    void textAndNumbersAreRead() {
        assertThat(tree.read(PATTERN, bean -> bean.key("name") + bean.text("Name") + bean.number("Port")))
                .containsExactly("mxmx25");
    }

    @Test
    void theRowsOfATableAreRead() {
        assertThat(tree.read(PATTERN, bean -> bean.rows("SessionList"))).singleElement().satisfies(rows -> {
            assertThat(rows).extracting(row -> row.text("reference")).containsExactly("A", "B");
            assertThat(rows).extracting(row -> row.number("octets")).containsExactly(17L, 4L);
            assertThat(rows.getFirst().text("unknown")).isEmpty();
        });
    }

    @Test
    void whatIsNoTableHasNoRows() {
        assertThat(tree.read(PATTERN, bean -> bean.rows("Name"))).containsExactly(List.of());
    }

    @Test
    void whatHasVanishedIsLeftOut() {
        assertThat(tree.read(PATTERN, bean -> bean.text("Nothing"))).isEmpty();
    }
}
