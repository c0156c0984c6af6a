package org.postern.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.ApplicationAccount;
import org.postern.account.ApplicationAccounts;
import org.postern.broker.Grants;
import org.postern.config.DataFolder;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

class AccountDeskTest {
    private static final String SHOP = "shop@applications";
    @TempDir
    private Path data;
    private final Kept kept = new Kept();

    private static final class Kept implements ApplicationAccounts {
        private final TreeMap<String, ApplicationAccount> all = new TreeMap<>();

        @Override
        public long version() {
            return 0;
        }

        @Override
        public List<ApplicationAccount> all() {
            return List.copyOf(all.values());
        }

        @Override
        public void put(ApplicationAccount account) {
            all.put(account.name(), account);
        }
    }

    private AccountDesk desk() {
        return new AccountDesk(kept, new Readers(new Grants(InstantSource.system()), new DataFolder(data), kept));
    }

    private void accountOfTheServer() throws IOException {
        Path folder = Files.createDirectories(data.resolve("applications/o/r"));
        Files.writeString(folder.resolve("orders-app-N5ZGIZLSOMWWC4DQIBQXA4DMNFRWC5DJN5XHG.xml"), "");
    }

    @Test
    void thoseOfTheServerAndThoseOfWhichSomethingIsSaidAreShown() throws IOException {
        accountOfTheServer();
        assertThat(desk().limit(SHOP, List.of("queue:orders", "topic:prices"), List.of("shop.example"), 60)).isEmpty();
        assertThat(desk().all()).containsExactly(
                new AccountView("orders-app@applications", List.of("orders-app@applications"), List.of(), List.of(), 0),
                new AccountView(SHOP, List.of(), List.of("queue:orders", "topic:prices"), List.of("shop.example"), 60));
        assertThat(desk().limit(SHOP, List.of("queue:questions.shop"), List.of(), 0)).isEmpty();
        assertThat(desk().limit("orders-app@applications", List.of(), List.of("*"), 0)).isEmpty();
        assertThat(desk().find("Orders-App@applications"))
                .contains(new AccountView("orders-app@applications", List.of("orders-app@applications"), List.of(),
                        List.of("*"), 0));
        assertThat(desk().find("nobody@applications")).isEmpty();
    }

    @Test
    void whoUsesOtherQueuesDoesNotReadThis() throws IOException {
        accountOfTheServer();
        Readers readers = new Readers(new Grants(InstantSource.system()), new DataFolder(data), kept);
        assertThat(readers.accounts("queue:orders")).containsExactly("orders-app@applications");
        assertThat(desk().limit("orders-app@applications", List.of("queue:bills"), List.of(), 0)).isEmpty();
        assertThat(readers.accounts("queue:orders")).isEmpty();
        assertThat(readers.accounts("queue:bills")).containsExactly("orders-app@applications");
    }

    @Test
    void aLoginIsNoAccountOfItsOwn() {
        assertThat(ApplicationAccount.key("Shop+new@applications")).isEqualTo(SHOP);
        assertThat(desk().limit("shop+new@applications", List.of(), List.of(), 5)).isEmpty();
        assertThat(kept.all).containsOnlyKeys(SHOP);
    }

    @Test
    void aNameIsKnownInSmallLetters() {
        assertThat(desk().limit(" SHOP@applications ", List.of(), List.of(), 5)).isEmpty();
        assertThat(kept.all).containsOnlyKeys(SHOP);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(desk().limit("", List.of(), List.of(), 0)).isPresent();
        assertThat(desk().limit("a\u0007b", List.of(), List.of(), 0)).isPresent();
        assertThat(desk().limit(SHOP, List.of(), List.of("not an address"), 0).map(Sentence::toString))
                .contains("A sender of an account is a mailbox@domain, a domain, .domain or *, not not an address.");
        assertThat(desk().limit(SHOP, List.of(), Stream.generate(() -> "a.example").limit(101).toList(), 0))
                .isPresent();
        for (String queue : List.of("orders", "queue:", "queue:postern.in", "queue:questions.", "mx:shop.example",
                "discard",
                " queue:orders")) {
            assertThat(desk().limit(SHOP, List.of(queue), List.of(), 0)).as(queue).isPresent();
        }
        assertThat(desk().limit(SHOP, List.of(), List.of(), -1)).isPresent();
        assertThat(desk().limit(SHOP, List.of(), List.of(), 1_000_001)).isPresent();
        assertThat(kept.all).isEmpty();
    }

    @Test
    void thereAreNotMoreThanAllNodesCanHold() {
        for (int i = 0; i < ApplicationAccounts.MOST; i++) {
            kept.put(new ApplicationAccount("a" + i, List.of(), List.of(), 1));
        }
        assertThat(desk().limit(SHOP, List.of(), List.of(), 1)).isPresent();
        assertThat(desk().limit("a7", List.of(), List.of(), 2)).isEmpty();
    }
}
