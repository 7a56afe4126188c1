namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Remembers requests in order of arrival; the oldest go once there are very many.</summary>
internal sealed class RequestLog
{
    /// <summary>Keeps a long load run from filling the memory.</summary>
    private const int Capacity = 100_000;

    private readonly Lock _gate = new();
    private readonly Queue<Slot> _entries = [];

    public Slot Add(SandboxRequest request, DateTimeOffset at)
    {
        var entry = new Slot(
            request.Method,
            request.Path,
            request.Query.TrimStart('?'),
            at,
            request.Authorization is not null
        );
        lock (_gate)
        {
            if (_entries.Count == Capacity)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
        }

        return entry;
    }

    public void Complete(Slot entry, int status)
    {
        lock (_gate)
        {
            entry.Status = status;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    public SandboxLogEntry[] Snapshot()
    {
        lock (_gate)
        {
            return
            [
                .. _entries.Select(static entry => new SandboxLogEntry(
                    entry.Method,
                    entry.Path,
                    entry.Query,
                    entry.Status
                )
                {
                    At = entry.At,
                    IsAuthorized = entry.IsAuthorized,
                }),
            ];
        }
    }

    /// <summary>An entry whose status is filled in once it is known.</summary>
    internal sealed class Slot(string method, string path, string query, DateTimeOffset at, bool isAuthorized)
    {
        public string Method { get; } = method;

        public string Path { get; } = path;

        public string Query { get; } = query;

        public DateTimeOffset At { get; } = at;

        public bool IsAuthorized { get; } = isAuthorized;

        public int Status { get; set; }
    }
}
