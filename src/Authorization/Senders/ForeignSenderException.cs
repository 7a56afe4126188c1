namespace ClickUpMcp.Authorization.Senders;

/// <summary>A good token comes from where it does not belong.</summary>
/// <param name="reference">The id of its grant or licence.</param>
/// <param name="binding">What it is bound to.</param>
/// <param name="mark">What of the sender differs: a word of <see cref="SenderMark"/>.</param>
/// <param name="isMissing">Whether the sender does not say it at all.</param>
public sealed class ForeignSenderException(string reference, SenderBinding binding, string mark, bool isMissing)
    : Exception("A bound token was presented by another sender.")
{
    /// <summary>The id of its grant or licence.</summary>
    public string Reference => reference;

    /// <summary>What of the sender differs, which the operator is told and the sender is not.</summary>
    public string Mark => mark;

    /// <summary>What the sender is told, in characters that a header can have.</summary>
    public string Description =>
        isMissing
            ? $"This token is bound to a device: send {Sender.DeviceHeader} with {Sender.ShortestDevice} to "
                + $"{Sender.LongestDevice} characters of ASCII that stay the same."
            : $"This token is bound to the {string.Join(" and ", binding.To)} that used it first, and this request comes from another.";
}
