package org.postern.cli.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.cli.client.Trouble;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

class BrokerFilesTest {
    private static final BrokerAddress HERE = new BrokerAddress("b1.example", 61_616);
    private static final BrokerAddress THERE = new BrokerAddress("2001:db8::1", 61_617);

    private static Document xml(Optional<BrokerXml.Peer> peer) throws Exception {
        String text = new BrokerXml("one & only", HERE, "/srv/<mail>").text(peer);
        assertThat(text).doesNotContainPattern("@[A-Z]+@");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document xml, String element) {
        NodeList found = xml.getElementsByTagName(element);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent().strip()).toList();
    }

    @Test
    void aBrokerAloneHasTheQueuesAndNoCluster() throws Exception {
        Document xml = xml(Optional.empty());
        assertThat(xml.getElementsByTagName("queue").getLength()).isEqualTo(8);
        assertThat(texts(xml, "name")).containsExactly("one & only");
        assertThat(texts(xml, "journal-directory")).containsExactly("/srv/<mail>/journal");
        assertThat(texts(xml, "cluster-connection")).isEmpty();
    }

    @Test
    void aPairKnowsWhoIsLiveAndWhereTheOtherOneIs() throws Exception {
        Document live = xml(Optional.of(new BrokerXml.Peer(THERE, BrokerXml.Part.LIVE, "a<b")));
        assertThat(texts(live, "connector")).containsExactly("tcp://b1.example:61616", "tcp://[2001:db8::1]:61617");
        assertThat(texts(live, "cluster-password")).containsExactly("a<b");
        assertThat(live.getElementsByTagName("primary").getLength()).isEqualTo(1);
        assertThat(
                xml(Optional.of(new BrokerXml.Peer(THERE, BrokerXml.Part.BACKUP, "x"))).getElementsByTagName("backup")
                        .getLength())
                .isEqualTo(1);
        assertThat(texts(xml(Optional.of(new BrokerXml.Peer(THERE, BrokerXml.Part.CLUSTER, "x"))), "ha-policy"))
                .isEmpty();
    }

    @Test
    void theServerHasAFactoryForAllAndOneForEach() {
        String two = ServerYaml.text(List.of(HERE, THERE), Map.of());
        assertThat(two).doesNotContainPattern("@[A-Z]+@")
                .contains("postern-broker-2: {host: \"2001:db8::1\", port: 61617}")
                .contains("entries: [java:/JmsLocal]\n          connectors: [postern-broker-1, postern-broker-2]")
                .contains("entries: [java:/JmsLocal-2]\n          connectors: [postern-broker-2]");
        assertThat(ServerYaml.text(List.of(HERE), Map.of())).doesNotContain("JmsLocal-");
    }

    @Test
    void eachQueueAndEachFactoryIsWithoutThePrefix() {
        String text = ServerYaml.text(List.of(HERE), Map.of());
        assertThat(text.split("enable-amq1-prefix: false", -1)).hasSize(1 + 8 + 2);
    }

    @Test
    void anAddressIsANameOrANumberAndAPort() {
        assertThat(BrokerAddress.list(" b1.example, [2001:db8::1]:61617"))
                .containsExactly(HERE, THERE);
        assertThat(BrokerAddress.list("")).isEmpty();
        for (String wrong : List.of("b1:0", "b1:70000", "b1?x=y", "a b", "b1\"")) {
            assertThatThrownBy(() -> BrokerAddress.parse(wrong)).isInstanceOf(Trouble.class);
        }
    }
}
