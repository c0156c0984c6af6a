package org.postern.cli.verb;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A list, read page by page until there are enough lines. */
final class Pages {
    private final Api api;
    private final Address first;
    private final int most;
    private boolean more;

    /** @param most lines that are wanted */
    Pages(Api api, Address first, int most) {
        this.api = api;
        this.first = first;
        this.most = most;
    }

    /** Has each page looked at, as the gateway gives it. */
    void forEach(Consumer<JsonObject> look) {
        JsonObject page = api.get(first);
        look.accept(page);
        long seen = items(page).size();
        while (page.containsKey(Listing.NEXT) && seen < most) {
            page = api.get(Address.of(page.getString(Listing.NEXT)));
            look.accept(page);
            seen += items(page).size();
        }
        more = page.containsKey(Listing.NEXT) || seen > most;
    }

    List<JsonObject> lines(Predicate<JsonObject> wanted) {
        List<JsonObject> lines = new ArrayList<>();
        forEach(page -> items(page).getValuesAs(JsonObject.class).stream().filter(wanted).forEach(lines::add));
        return lines.subList(0, Math.min(lines.size(), most));
    }

    private static JsonArray items(JsonObject page) {
        return page.containsKey(Listing.ITEMS) ? page.getJsonArray(Listing.ITEMS) : JsonArray.EMPTY_JSON_ARRAY;
    }

    /** {@return whether there was more than was wanted} */
    boolean hasMore() {
        return more;
    }
}
