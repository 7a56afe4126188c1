namespace ClickUpMcp.Tools.Binding;

/// <summary>All errors of one call's arguments, and what has to be said of arguments that were taken.</summary>
internal sealed class ArgumentErrors
{
    // A hostile or broken call can hold thousands of mistakes; nobody acts on more than these.
    private const int MaximumKept = 20;

    private readonly List<ArgumentError> _errors = [];
    private readonly List<string> _nulls = [];

    /// <summary>The first errors in the order they were found.</summary>
    public IReadOnlyList<ArgumentError> Errors => _errors;

    /// <summary>How many errors were found, including those not kept.</summary>
    public int Count { get; private set; }

    /// <summary>How many values were not sent in the form in which they are taken.</summary>
    public int Conversions { get; set; }

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => Count > 0;

    /// <summary>Whether the next error is kept; the words of one that is not need not be found.</summary>
    public bool HasRoom => _errors.Count < MaximumKept;

    /// <summary>What the caller should know of nulls that may have been meant to empty something; null when there were none.</summary>
    public string? NullRemark =>
        _nulls.Count == 0
            ? null
            : $"Null changes nothing ({string.Join(", ", _nulls)}); to empty: {EmptyWords.Clear([.. _nulls])}.";

    /// <summary>Notes that null was sent for an argument that can be emptied.</summary>
    public void AddNull(string name) => _nulls.Add(name);

    /// <summary>Adds one error.</summary>
    public void Add(string path, string message)
    {
        Count++;
        if (HasRoom)
        {
            _errors.Add(new ArgumentError(path, message));
        }
    }
}
