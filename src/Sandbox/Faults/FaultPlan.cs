namespace ClickUpMcp.Sandbox.Faults;

/// <summary>The faults in force and how often each has matched.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Counted> _faults = [];

    public void Replace(IReadOnlyList<SandboxFault> faults)
    {
        lock (_gate)
        {
            _faults.Clear();
            _faults.AddRange(faults.Select(static fault => new Counted(fault)));
        }
    }

    /// <summary>The faults that strike this request, in the order they were given.</summary>
    public IReadOnlyList<SandboxFault> Take(SandboxRequest request)
    {
        lock (_gate)
        {
            return [.. _faults.Where(counted => counted.Strikes(request)).Select(static counted => counted.Fault)];
        }
    }

    private sealed class Counted(SandboxFault fault)
    {
        private int _matches;

        public SandboxFault Fault { get; } = fault;

        public bool Strikes(SandboxRequest request)
        {
            if (
                (Fault.Method is { } method && !request.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                || (Fault.PathPrefix is { } prefix && !request.Path.StartsWith(prefix, StringComparison.Ordinal))
            )
            {
                return false;
            }

            var match = _matches++;
            return match >= Fault.After && (Fault.Times is not { } times || match - Fault.After < times);
        }
    }
}
