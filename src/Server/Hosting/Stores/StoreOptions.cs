using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>Where records are kept, and the keys that seal what must not be read there.</summary>
internal sealed record StoreOptions
{
    /// <summary>The address of the store, which may hold a password.</summary>
    public Secret Address { get; set; } = new(StoreFactory.Memory);

    /// <summary>The master keys; null = a key of this process, which only a store that ends with it may have.</summary>
    public MasterKeys? MasterKeys { get; set; }

    /// <summary>Whether records outlive the process.</summary>
    public bool IsDurable => StoreFactory.IsDurable(Address.Reveal());
}
