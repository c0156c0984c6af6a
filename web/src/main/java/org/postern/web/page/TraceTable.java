package org.postern.web.page;

import org.postern.admin.trace.MessageSearch;
import org.postern.event.TraceQuery;
import org.postern.event.TracedMessage;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lines of the trace for a table, a page at a time. */
final class TraceTable extends LazyDataModel<TracedMessage> {
    private static final long serialVersionUID = 1L;

    private final transient MessageSearch search;
    private final transient Supplier<TraceQuery> query;

    TraceTable(MessageSearch search, Supplier<TraceQuery> query) {
        this.search = search;
        this.query = query;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) search.find(query.get()).total();
    }

    @Override
    public List<TracedMessage> load(int first, int lines, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        return search.find(query.get().page(first, Math.clamp(lines, 1, TraceQuery.MAX_LIMIT))).items();
    }

    @Override
    public String getRowKey(TracedMessage line) {
        return line.key();
    }
}
