namespace ClickUpMcp.Projection;

/// <summary>Sentences that stand beside the result of one call, whichever way the result is written.</summary>
internal sealed class CallRemarks
{
    private readonly List<string> _remarks = [];
    private readonly HashSet<string> _once = [];

    /// <summary>Adds a sentence, unless it is there already.</summary>
    public void Add(string sentence)
    {
        if (!_remarks.Contains(sentence))
        {
            _remarks.Add(sentence);
        }
    }

    /// <summary>Adds a sentence, unless it was ever there.</summary>
    public void AddOnce(string sentence)
    {
        if (_once.Add(sentence))
        {
            Add(sentence);
        }
    }

    /// <summary>Takes a sentence back.</summary>
    public void Remove(string sentence) => _remarks.Remove(sentence);

    /// <summary>Takes all sentences, so that each is said once.</summary>
    public string[] Take()
    {
        string[] remarks = [.. _remarks];
        _remarks.Clear();
        return remarks;
    }
}
