metadata description = 'A network for the app, with private doors to its storage and its vault. People and Teams still come in from outside.'

param suffix string
param location string
param tags object
param hostStorageName string
param dataStorageName string
param vaultName string

var storageHost = environment().suffixes.storage
var zoneNames = {
  blob: 'privatelink.blob.${storageHost}'
  queue: 'privatelink.queue.${storageHost}'
  table: 'privatelink.table.${storageHost}'
  vault: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataStorageName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

var doors = [
  { name: 'host-blob', target: hostStorage.id, group: 'blob' }
  { name: 'host-queue', target: hostStorage.id, group: 'queue' }
  { name: 'host-table', target: hostStorage.id, group: 'table' }
  { name: 'data-blob', target: dataStorage.id, group: 'blob' }
  { name: 'data-table', target: dataStorage.id, group: 'table' }
  { name: 'vault', target: vault.id, group: 'vault' }
]

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: 'vnet-approvals-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'functions'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      { name: 'endpoints', properties: { addressPrefix: '10.20.0.64/26' } }
    ]
  }

  resource functions 'subnets' existing = {
    name: 'functions'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zoneNames): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in items(zoneNames): {
    parent: zones[i]
    name: network.name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

module endpoints 'private-endpoint.bicep' = [
  for door in doors: {
    name: 'door-${door.name}'
    params: {
      name: 'pe-${door.name}-${suffix}'
      location: location
      tags: tags
      targetId: door.target
      group: door.group
      zoneName: zoneNames[door.group]
      subnetId: network::endpoints.id
    }
    dependsOn: [zones]
  }
]

output functionsSubnetId string = network::functions.id
