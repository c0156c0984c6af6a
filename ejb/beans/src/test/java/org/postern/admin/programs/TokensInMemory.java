package org.postern.admin.programs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tokens, as long as a test lasts. */
final class TokensInMemory implements ApiTokens {
    private final Map<String, ApiToken> kept = new TreeMap<>();

    @Override
    public List<ApiToken> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public Optional<ApiToken> known(String hash) {
        return kept.values().stream().filter(token -> token.hash().equals(hash)).findFirst();
    }

    @Override
    public Optional<ApiToken> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public boolean add(ApiToken token) {
        return kept.putIfAbsent(token.name(), token) == null;
    }

    @Override
    public void used(String hash, Instant when) {
        known(hash).ifPresent(token -> kept.put(token.name(), new ApiToken(token.hash(), token.name(), token.remit(),
                token.created(), token.by(), token.expires(), Optional.of(when))));
    }

    @Override
    public boolean end(String name) {
        return kept.remove(name) != null;
    }
}
