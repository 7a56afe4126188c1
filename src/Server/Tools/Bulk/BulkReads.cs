using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Sends the requests of a bulk call's items, so many at once, and reads for all of them what each would read by itself.</summary>
/// <remarks>
/// Before anything is written a request is sent once for all items, and tasks come from pages of their list. After it, the
/// tasks of all items that wait are read as one page of those that were changed last; one that the page does not show
/// changed is read by itself, so that no item is judged by an old page.
/// </remarks>
/// <param name="client">Sends what has to be sent.</param>
/// <param name="concurrency">How many requests may be under way at once.</param>
/// <param name="time">The clock of pauses.</param>
internal sealed class BulkReads(IClickUpClient client, int concurrency, TimeProvider time)
{
    private const int PageSize = 100;
    private const int MostPages = 5;

    // A page of a list is a request more than reading this many tasks.
    private const int WorthAPage = 2;
    private const int MostAttempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    // A task is not judged by what is older; a page that shows fewer than so many of the tasks is no better than reading each.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);
    private const int WorthAnotherPage = 5;

    private readonly BulkSlots _slots = new(concurrency);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, BulkTask> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<ClickUpResponse>> _once = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);

    /// <summary>Whether no further item may begin to write.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>Tells how many tasks are still to be read; null when none are read ahead.</summary>
    public Func<Func<string, bool>, int>? Missing { get; set; }

    /// <summary>The items that run together, and are read back together.</summary>
    public BulkWave? Wave { get; set; }

    /// <summary>The workspace in which changed tasks are looked for; null to read each by itself.</summary>
    public WorkspaceId? Workspace { get; set; }

    /// <summary>What was seen of writes that are alike.</summary>
    public AlikeWrites Alike { get; } = new();

    /// <summary>Keeps items from beginning to write.</summary>
    public void Stop() => HasStopped = true;

    /// <summary>What is known of a task; null when nothing is.</summary>
    public BulkTask? Find(string key)
    {
        lock (_lock)
        {
            return _tasks.GetValueOrDefault(key);
        }
    }

    /// <summary>Takes a task that was read.</summary>
    public BulkTask? Add(JsonElement task)
    {
        if (BulkTask.Of(task) is not { } found)
        {
            return null;
        }

        BulkTask known = found with { ReadAt = time.GetTimestamp() };

        lock (_lock)
        {
            foreach (string key in BulkTask.KeysOf(task))
            {
                _tasks[key] = known;
            }
        }

        return known;
    }

    /// <summary>Sends a request when its turn has come.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the waiting and the request.</param>
    /// <param name="begin">Called when it is about to be sent.</param>
    public async ValueTask<ClickUpResponse> SendAsync(
        ClickUpRequest request,
        CancellationToken cancellationToken,
        Action? begin = null
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(request, begin, cancellationToken);
            }
            catch (ClickUpApiException fault)
                when (request.IsRead && fault.Kind == ApiErrorKind.ServerFault && attempt < MostAttempts)
            {
                // One fault must not end the work on hundreds of things.
                await Task.Delay(Pause * attempt, time, cancellationToken);
            }
        }
    }

    private async ValueTask<ClickUpResponse> SendOnceAsync(
        ClickUpRequest request,
        Action? begin,
        CancellationToken cancellationToken
    )
    {
        await _slots.EnterAsync(cancellationToken);
        try
        {
            begin?.Invoke();
            return await client.SendAsync(request, cancellationToken);
        }
        finally
        {
            _slots.Leave();
        }
    }

    /// <summary>Sends a request that reads, unless an item has sent it already.</summary>
    public async ValueTask<ClickUpResponse> ReadOnceAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        Task<ClickUpResponse>? sent;
        lock (_lock)
        {
            if (!_once.TryGetValue(request.PathAndQuery, out sent) || sent.IsFaulted || sent.IsCanceled)
            {
                sent = SendFirstAsync(request, cancellationToken);
                _once[request.PathAndQuery] = sent;
            }
        }

        return await sent;
    }

    // The page in which a task was found by its name shows the task.
    private async Task<ClickUpResponse> SendFirstAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        ClickUpResponse response = await SendAsync(request, cancellationToken);
        if (BulkTask.IsPage(request))
        {
            using JsonDocument page = JsonLenient.Parse(response);
            foreach (JsonElement task in page.RootElement.Items("tasks"))
            {
                Add(task);
            }
        }

        return response;
    }

    /// <summary>Reads a task as it is before the call changes it.</summary>
    public async ValueTask<ClickUpResponse> ReadBeforeAsync(
        ClickUpRequest request,
        string key,
        CancellationToken cancellationToken
    )
    {
        if (Find(key) is { } known && known.Shows(request.Needed))
        {
            return known.ToResponse();
        }

        ClickUpResponse response = await SendAsync(request, cancellationToken);
        using JsonDocument document = JsonLenient.Parse(response);
        if (Add(document.RootElement) is { List: { } list })
        {
            await ReadAheadAsync(list, cancellationToken);
        }

        return response;
    }

    /// <summary>Reads tasks again that were read too long ago, by pages of their lists; one that no page shows is forgotten, so that it is read by itself.</summary>
    public async ValueTask RefreshAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        HashSet<BulkTask> old = new(
            ids.Select(Find).OfType<BulkTask>().Where(IsOld),
            ReferenceEqualityComparer.Instance
        );
        foreach (IGrouping<string?, BulkTask> tasks in old.GroupBy(static task => task.List))
        {
            int pages = tasks.Count() > WorthAPage ? 1 + (tasks.Count() / WorthAnotherPage) : 0;
            bool? hasMore = tasks.Key is not null;
            for (int page = 0; page < pages && hasMore == true && tasks.Any(IsStillOld); page++)
            {
                hasMore = await ReadPageAsync(PageOf(tasks.Key!, page), task => Add(task), cancellationToken);
            }
        }

        lock (_lock)
        {
            string[] keys = [.. _tasks.Where(pair => old.Contains(pair.Value)).Select(static pair => pair.Key)];
            Array.ForEach(keys, key => _tasks.Remove(key));
        }

        bool IsStillOld(BulkTask task) => Find(task.Id) is not { } known || IsOld(known);
    }

    private bool IsOld(BulkTask task) => time.GetElapsedTime(task.ReadAt) > Oldest;

    /// <summary>Reads a task again, as it is after an item has changed it.</summary>
    public ValueTask<ClickUpResponse> ReadAfterAsync(
        ClickUpRequest request,
        string key,
        CancellationToken cancellationToken
    ) =>
        Wave is { } wave && Workspace is not null
            ? new ValueTask<ClickUpResponse>(wave.WaitAsync(new BulkRead(request, key, Find(key)), cancellationToken))
            : SendAsync(request, cancellationToken);

    /// <summary>Reads the tasks of all items that wait for theirs.</summary>
    public async Task ReadAllAsync(IReadOnlyList<BulkRead> waiting, CancellationToken cancellationToken)
    {
        Dictionary<string, BulkTask> changed = new(StringComparer.Ordinal);
        BulkRead[] shown = [.. waiting.Where(static read => !read.IsOfExistence)];
        if (shown.Length > 1 && Workspace is { } workspace)
        {
            await ReadChangedAsync(shown, workspace, changed, cancellationToken);
        }

        await FindGoneAsync(waiting, cancellationToken);
        await Task.WhenAll(
            waiting
                .Where(static read => !read.Response.IsCompleted)
                .Select(read => ReadOneAsync(read, changed, cancellationToken))
        );
    }

    private async Task ReadOneAsync(
        BulkRead read,
        Dictionary<string, BulkTask> changed,
        CancellationToken cancellationToken
    )
    {
        if (
            changed.TryGetValue(read.Key, out BulkTask? task)
            && read.Before is { } before
            && task.Updated != before.Updated
            && task.Shows(read.Request.Needed)
        )
        {
            read.Give(task.ToResponse());
            return;
        }

        try
        {
            read.Give(await SendAsync(read.Request, cancellationToken));
        }
        catch (Exception failure)
        {
            read.Fail(failure);
        }
    }

    // A list that was read to its end and lacks a task that was in it has it no more.
    private async Task FindGoneAsync(IReadOnlyList<BulkRead> waiting, CancellationToken cancellationToken)
    {
        IEnumerable<IGrouping<string, BulkRead>> byList = waiting
            .Where(static read => read is { IsOfExistence: true, Before: { IsArchived: false, List: not null } })
            .GroupBy(static read => read.Before!.List!)
            .Where(static list => list.Count() > WorthAPage);
        foreach (IGrouping<string, BulkRead> list in byList)
        {
            HashSet<string> there = [];
            int page = 0;
            bool hasMore = true;
            while (hasMore && page < MostPages)
            {
                bool? next = await ReadPageAsync(
                    PageOf(list.Key, page++),
                    task => there.UnionWith(BulkTask.KeysOf(task)),
                    cancellationToken
                );
                if (next is null)
                {
                    break;
                }

                hasMore = next.Value;
            }

            foreach (BulkRead read in hasMore ? [] : list.Where(read => !there.Contains(read.Key)))
            {
                read.Fail(new ClickUpApiException(ApiErrorKind.NotFoundOrNoAccess, "The task is gone.", null, null));
            }
        }
    }

    // Those that were changed last come first, whichever list they are in now.
    private async Task ReadChangedAsync(
        IReadOnlyList<BulkRead> waiting,
        WorkspaceId workspace,
        Dictionary<string, BulkTask> changed,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> wanted = [.. waiting.Select(static read => read.Key)];
        int pages = (waiting.Count + PageSize - 1) / PageSize;
        for (int page = 0; page < pages && wanted.Count > 0; page++)
        {
            ClickUpRequest request = ClickUpOperations.ReadTasksPage(
                workspace,
                page: page,
                includeClosed: true,
                subtasks: true,
                orderBy: "updated"
            );
            if (await ReadPageAsync(request, Take, cancellationToken) != true)
            {
                return;
            }
        }

        void Take(JsonElement task)
        {
            foreach (string key in BulkTask.KeysOf(task))
            {
                if (wanted.Remove(key) && BulkTask.Of(task) is { } found)
                {
                    changed[key] = found;
                }
            }
        }
    }

    private async ValueTask ReadAheadAsync(string list, CancellationToken cancellationToken)
    {
        if (Missing is not { } missing || missing(IsKnown) <= WorthAPage || !_lists.Add(list))
        {
            return;
        }

        for (int page = 0; page < MostPages && missing(IsKnown) > 0; page++)
        {
            if (await ReadPageAsync(PageOf(list, page), task => Add(task), cancellationToken) != true)
            {
                return;
            }
        }
    }

    private static ClickUpRequest PageOf(string list, int page) =>
        ClickUpOperations.ReadListPage(new ListId(list), page: page, includeClosed: true, subtasks: true);

    private bool IsKnown(string key) => Find(key) is not null;

    // Whether there is another page; null for a page that cannot be read, which tells nothing.
    private async ValueTask<bool?> ReadPageAsync(
        ClickUpRequest request,
        Action<JsonElement> take,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using JsonDocument page = JsonLenient.Parse(await SendAsync(request, cancellationToken));
            int count = 0;
            foreach (JsonElement task in page.RootElement.Items("tasks"))
            {
                count++;
                take(task);
            }

            return count >= PageSize && !page.RootElement.IsTrue("last_page");
        }
        catch (ClickUpApiException)
        {
            return null;
        }
    }
}
