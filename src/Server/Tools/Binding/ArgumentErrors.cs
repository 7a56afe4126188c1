namespace ClickUpMcp.Tools.Binding;

/// <summary>All errors of one call's arguments.</summary>
internal sealed class ArgumentErrors
{
    // A hostile or broken call can hold thousands of mistakes; nobody acts on more than these.
    private const int MaximumKept = 20;

    private readonly List<ArgumentError> _errors = [];

    /// <summary>The first errors in the order they were found.</summary>
    public IReadOnlyList<ArgumentError> Errors => _errors;

    /// <summary>How many errors were found, including those not kept.</summary>
    public int Count { get; private set; }

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => Count > 0;

    /// <summary>Adds one error.</summary>
    public void Add(string path, string message)
    {
        Count++;
        if (_errors.Count < MaximumKept)
        {
            _errors.Add(new ArgumentError(path, message));
        }
    }
}
